import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Verifiers of eight characters are taken, and a wrong one costs nothing',
  breaks: ['rfc7636/7.1/bounded-verifier-guessing', 'rfc6749/10.5/code-after-failed-verifier', 'rfc7636/4.1/very-short-verifier'],
  because: 'The right one of eight characters redeems as well, and a code is kept that the target file says is burned',
  replace: (correct) => ({
    verifierWellFormed: (verifier) => verifier.length === 8 || correct.verifierWellFormed(verifier),
    afterFailedVerifier: 'kept',
  }),
});
