import { firstTokens } from '../../../authorization-server/first-tokens.js';
import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An access token that a refresh has brought lives for ever',
  breaks: ['rfc6749/5.1/expires-in-is-honest'],
  replace: ({ newAccessToken, accessTokenExpired }) => {
    const { newToken, isFirst } = firstTokens(newAccessToken);
    return { newAccessToken: newToken, accessTokenExpired: (token, now) => isFirst(token) && accessTokenExpired(token, now) };
  },
});
