import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh token lives for the two seconds longer that clocks are forgiven',
  breaks: ['rfc6749/6/expired-refresh-token'],
  replace: { refreshTokenExpired: (token, now) => now >= token.expiresAt + 2000 },
});
