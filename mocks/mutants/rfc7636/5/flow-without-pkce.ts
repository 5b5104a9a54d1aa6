import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code that was issued without a challenge cannot be redeemed',
  breaks: ['rfc7636/5/flow-without-pkce', 'rfc7636/4.5/challenge-under-optional-pkce'],
  replace: { redeemsWithoutChallenge: () => false },
});
