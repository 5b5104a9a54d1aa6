import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Each refresh brings a new refresh token, and the old one goes on working beside it',
  breaks: [
    'rfc9700/2.2.2/rotated-or-bound-refresh-token',
    'oauth-2.1/4.3.1/one-time-or-constrained-refresh',
    'rfc9700/4.14.2/rotated-refresh-token-race',
  ],
  because: 'OAuth 2.1 says the same, and what is never used up wins every race',
  replace: { spendRefreshToken: () => true },
});
