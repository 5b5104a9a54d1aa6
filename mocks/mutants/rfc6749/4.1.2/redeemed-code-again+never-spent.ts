import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code is redeemed again and again until it expires',
  breaks: ['rfc6749/4.1.2/redeemed-code-again', 'rfc6749/4.1.2/code-reuse-race'],
  because: 'What is never marked as used is not marked in a race either',
  replace: { spendCode: () => true },
});
