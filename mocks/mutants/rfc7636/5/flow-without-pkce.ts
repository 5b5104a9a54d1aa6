import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code that was issued without a challenge cannot be redeemed',
  breaks: ['rfc7636/5/flow-without-pkce'],
  replace: { redeemsWithoutChallenge: () => false },
});
