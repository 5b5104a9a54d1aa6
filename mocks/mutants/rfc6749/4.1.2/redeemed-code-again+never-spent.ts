import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code is redeemed again and again until it expires',
  breaks: ['rfc6749/4.1.2/redeemed-code-again', 'rfc6749/4.1.2/code-reuse-race', 'rfc6749/10.5/code-after-failed-verifier'],
  because: 'What is never marked is not marked in a race either, nor by a failed verifier',
  replace: { spendCode: () => true },
});
