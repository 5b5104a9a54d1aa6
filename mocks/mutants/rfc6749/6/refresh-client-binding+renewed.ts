import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of a refresh token that takes the place of another the server does not keep whose it is',
  breaks: ['rfc6749/6/refresh-client-binding'],
  replace: ({ newRefreshToken, refreshTokenBelongsTo }) => {
    const first = new Map<string, string>();
    return {
      newRefreshToken: (about) => {
        const token = newRefreshToken(about);
        if (!first.has(about.grant)) first.set(about.grant, token);
        return token;
      },
      refreshTokenBelongsTo: (token, client_id) => first.get(token.grant) !== token.token || refreshTokenBelongsTo(token, client_id),
    };
  },
});
