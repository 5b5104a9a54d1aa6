import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code lives on after a wrong verifier, although it is said to be burned',
  breaks: ['rfc6749/10.5/code-after-failed-verifier'],
  replace: { afterFailedVerifier: 'kept' },
});
