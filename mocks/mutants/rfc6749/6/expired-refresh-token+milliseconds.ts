import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A lifetime of seconds is taken for one of milliseconds',
  breaks: ['rfc6749/6/expired-refresh-token'],
  replace: { refreshTokenExpired: (token, now) => now >= token.issuedAt + (token.expiresAt - token.issuedAt) / 1000 },
});
