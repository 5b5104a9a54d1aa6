import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The replay of a code revokes nothing any more once its tokens have been refreshed',
  breaks: ['rfc6749/4.1.2/code-reuse-revokes-tokens'],
  replace: ({ newRefreshToken, spendCode, replayRevokesTokens }) => {
    const begun = new Set<string>();
    const renewed = new Set<string>();
    let replayed = '';
    return {
      newRefreshToken: (about) => {
        (begun.has(about.grant) ? renewed : begun).add(about.grant);
        return newRefreshToken(about);
      },
      spendCode: (store, key, until, client) => {
        replayed = key;
        return spendCode(store, key, until, client);
      },
      replayRevokesTokens: (replay) => !renewed.has(replayed) && replayRevokesTokens(replay),
    };
  },
});
