import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The token opens the resource alone',
  breaks: [
    'challenge-code-token/proof/wrong-verifier',
    'challenge-code-token/proof/challenge-as-proof',
    'challenge-code-token/proof/verifier-of-another-token',
    'challenge-code-token/request/method-defaults-to-plain',
    'challenge-code-token/request/verifier-instead-of-challenge',
  ],
  because: 'A resource that looks at no proof opens to every one',
  replace: { demandsProof: false },
});
