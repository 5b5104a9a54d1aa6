import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh token dies a second before its lifetime is over',
  breaks: ['rfc6749/6/expired-refresh-token'],
  replace: { refreshTokenExpired: (token, now) => now >= token.expiresAt - 1000 },
});
