import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The secret is left to choice, as though the challenge stood for it',
  breaks: ['challenge-code-token/request/right-client-secret'],
  replace: { mustAuthenticate: () => false },
});
