import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A token lives for the two seconds longer that clocks are forgiven',
  breaks: ['challenge-code-token/expiry/after-sixty-seconds', 'challenge-code-token/expiry/use-extends-nothing'],
  because: 'The two seconds are added for a token that was used as well',
  replace: { accessTokenExpired: (token, now) => now >= token.expiresAt + 2000 },
});
