import { firstTokens } from '../../../authorization-server/first-tokens.js';
import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh token that takes the place of another lives for ever',
  breaks: ['rfc6749/6/expired-refresh-token'],
  replace: ({ newRefreshToken, refreshTokenExpired }) => {
    const { newToken, isFirst } = firstTokens(newRefreshToken);
    return { newRefreshToken: newToken, refreshTokenExpired: (token, now) => isFirst(token) && refreshTokenExpired(token, now) };
  },
});
