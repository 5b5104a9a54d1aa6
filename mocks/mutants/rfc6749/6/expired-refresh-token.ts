import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh token is good for an hour beyond its lifetime',
  breaks: ['rfc6749/6/expired-refresh-token'],
  replace: { refreshTokenExpired: (token, now) => now >= token.expiresAt + 3_600_000 },
});
