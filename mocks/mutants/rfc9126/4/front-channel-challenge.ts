import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'What the front channel adds replaces what was pushed',
  breaks: ['rfc9126/4/front-channel-challenge'],
  replace: { parametersOfPushed: (pushed, front) => new Map([...pushed, ...front]) },
});
