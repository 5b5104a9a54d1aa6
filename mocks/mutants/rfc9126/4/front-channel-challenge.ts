import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'What the front channel adds replaces what was pushed',
  breaks: ['rfc9126/4/front-channel-challenge', 'rfc9126/4/front-channel-redirect-uri'],
  because: 'The redirect URI is one of the parameters that it replaces',
  replace: { parametersOfPushed: (pushed, front) => new Map([...pushed, ...front]) },
});
