import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Verifiers of eight characters are taken, and a wrong one costs nothing',
  breaks: ['rfc7636/7.1/bounded-verifier-guessing', 'rfc6749/10.5/code-after-failed-verifier'],
  because: 'A code is then kept after a failure, which the target file does not say',
  replace: (correct) => ({
    verifierWellFormed: (verifier) => verifier.length === 8 || correct.verifierWellFormed(verifier),
    failedVerifierBurnsCode: false,
  }),
});
