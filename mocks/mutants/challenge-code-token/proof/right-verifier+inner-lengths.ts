import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The resource knows verifiers of 44 to 127 characters',
  breaks: ['challenge-code-token/proof/right-verifier', 'challenge-code-token/request/method-defaults-to-plain'],
  because: 'A hash that is taken for plain has 43 characters',
  replace: { verifierWellFormed: (verifier) => /^[A-Za-z0-9\-._~]{44,127}$/.test(verifier) },
});
