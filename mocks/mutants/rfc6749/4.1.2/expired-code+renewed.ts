import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A wrong verifier gives the code its time anew',
  breaks: ['rfc6749/4.1.2/expired-code', 'rfc6749/10.5/code-after-failed-verifier'],
  because: 'A code lives on after a wrong verifier that is said to be burned',
  replace: { afterFailedVerifier: 'renewed' },
});
