import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh token that takes the place of another lives for ever',
  breaks: ['rfc6749/6/expired-refresh-token'],
  replace: ({ newRefreshToken, refreshTokenExpired }) => {
    const first = new Map<string, string>();
    return {
      newRefreshToken: (about) => {
        const token = newRefreshToken(about);
        if (!first.has(about.grant)) first.set(about.grant, token);
        return token;
      },
      refreshTokenExpired: (token, now) => first.get(token.grant) === token.token && refreshTokenExpired(token, now),
    };
  },
});
