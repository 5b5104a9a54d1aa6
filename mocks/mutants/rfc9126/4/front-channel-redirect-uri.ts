import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A redirect_uri beside the request_uri counts instead of the pushed one',
  breaks: ['rfc9126/4/front-channel-redirect-uri'],
  replace: {
    parametersOfPushed: (pushed, front) => new Map([...pushed, ...[...front].filter(([name]) => name === 'redirect_uri')]),
  },
});
