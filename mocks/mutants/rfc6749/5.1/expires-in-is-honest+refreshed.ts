import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An access token that a refresh has brought lives for ever',
  breaks: ['rfc6749/5.1/expires-in-is-honest'],
  replace: ({ newAccessToken, accessTokenExpired }) => {
    const first = new Map<string, string>();
    return {
      newAccessToken: (about) => {
        const token = newAccessToken(about);
        if (!first.has(about.grant)) first.set(about.grant, token);
        return token;
      },
      accessTokenExpired: (token, now) => first.get(token.grant) === token.token && accessTokenExpired(token, now),
    };
  },
});
