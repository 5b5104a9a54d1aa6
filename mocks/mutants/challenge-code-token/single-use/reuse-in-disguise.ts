import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ledger holds the verifier together with its scope',
  breaks: ['challenge-code-token/single-use/reuse-in-disguise'],
  replace: (correct) => ({ ledgerKey: (facts) => `${facts.scope.join(' ')} ${correct.ledgerKey(facts)}` }),
});
