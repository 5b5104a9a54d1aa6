import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The refresh token that a refresh brings is of no use',
  breaks: ['rfc6749/6/refresh-yields-token', 'rfc6749/6/new-refresh-token-scope'],
  because: 'The scope of the new refresh token is shown by using it',
  replace: ({ newRefreshToken, spendRefreshToken }) => {
    const grants = new Set<string>();
    const useless = new Set<string>();
    return {
      newRefreshToken: (about) => {
        const token = newRefreshToken(about);
        if (grants.has(about.grant)) useless.add(token);
        grants.add(about.grant);
        return token;
      },
      spendRefreshToken: (store, token, until, now) => !useless.has(token) && spendRefreshToken(store, token, until, now),
    };
  },
});
