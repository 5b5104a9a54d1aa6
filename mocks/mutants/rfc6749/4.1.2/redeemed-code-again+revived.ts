import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A wrong verifier forgets that the code was spent',
  breaks: ['rfc6749/4.1.2/redeemed-code-again', 'rfc6749/4.1.2/code-reuse-race', 'rfc6749/10.5/code-after-failed-verifier'],
  because: 'A wrong verifier between two right ones lets both through, and a code lives on that is said to be burned',
  replace: { afterFailedVerifier: 'revived' },
});
