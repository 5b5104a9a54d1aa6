import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Every client has a ledger of its own',
  breaks: ['challenge-code-token/single-use/reuse-by-another-client'],
  replace: (correct) => ({ ledgerKey: (facts) => `${facts.client_id} ${correct.ledgerKey(facts)}` }),
});
