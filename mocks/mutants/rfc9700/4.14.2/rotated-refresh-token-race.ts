import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Whether a refresh token was used is read first and written later',
  breaks: ['rfc9700/4.14.2/rotated-refresh-token-race'],
  replace: {
    spendRefreshToken: async (store, token, until) => {
      if ((await store.spentRefreshTokens.find(token)) !== undefined) return false;
      await roundTrip();
      await store.spentRefreshTokens.put(token, true, until);
      return true;
    },
  },
});

/** As long as a database takes. */
const roundTrip = (): Promise<void> => new Promise((done) => setTimeout(done, 5));
