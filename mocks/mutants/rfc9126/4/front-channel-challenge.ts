import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'What the front channel adds replaces what was pushed',
  breaks: ['rfc9126/4/front-channel-challenge', 'rfc9126/4/front-channel-redirect-uri', 'rfc9126/4/front-channel-parameters'],
  because: 'The redirect URI, the state and the scope are among the parameters that it replaces',
  replace: { parametersOfPushed: (pushed, front) => new Map([...pushed, ...front]) },
});
