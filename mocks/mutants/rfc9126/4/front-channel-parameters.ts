import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A scope beside the request_uri counts instead of the pushed one',
  breaks: ['rfc9126/4/front-channel-parameters'],
  replace: {
    parametersOfPushed: (pushed, front) => new Map([...pushed, ...[...front].filter(([name]) => name === 'scope')]),
  },
});
