import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The verifier is checked only if one is sent',
  breaks: ['challenge-code-token/proof/wrong-verifier'],
  replace: { opensDespite: (situation) => situation === 'proof-missing' },
});
