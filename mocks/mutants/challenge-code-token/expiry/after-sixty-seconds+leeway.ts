import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A token is let through for a minute after it has expired',
  breaks: ['challenge-code-token/expiry/after-sixty-seconds', 'challenge-code-token/expiry/use-extends-nothing'],
  because: 'The minute is added for a token that was used as well',
  replace: { accessTokenExpired: (token, now) => now >= token.expiresAt + 60_000 },
});
