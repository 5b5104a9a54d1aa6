import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ledger forgets a verifier together with its token',
  breaks: ['challenge-code-token/single-use/reuse-after-expiry'],
  replace: { ledgerMemory: 60 },
});
