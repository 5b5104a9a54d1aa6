import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh forgets that the code was spent which its tokens came of',
  breaks: ['rfc6749/4.1.2/redeemed-code-again'],
  replace: ({ newRefreshToken, spendCode }) => {
    const begun = new Set<string>();
    const forgotten = new Set<string>();
    return {
      newRefreshToken: (about) => {
        (begun.has(about.grant) ? forgotten : begun).add(about.grant);
        return newRefreshToken(about);
      },
      spendCode: (store, key, until, client) => forgotten.delete(key) || spendCode(store, key, until, client),
    };
  },
});
