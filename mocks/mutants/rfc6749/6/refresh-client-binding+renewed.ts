import { firstTokens } from '../../../authorization-server/first-tokens.js';
import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of a refresh token that takes the place of another the server does not keep whose it is',
  breaks: ['rfc6749/6/refresh-client-binding'],
  replace: ({ newRefreshToken, refreshTokenBelongsTo }) => {
    const { newToken, isFirst } = firstTokens(newRefreshToken);
    return {
      newRefreshToken: newToken,
      refreshTokenBelongsTo: (token, client_id) => !isFirst(token) || refreshTokenBelongsTo(token, client_id),
    };
  },
});
