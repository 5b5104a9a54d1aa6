import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A secret is hashed between reading whether a code was used and writing it',
  breaks: ['rfc6749/4.1.2/code-reuse-race'],
  replace: ({ spendCode }) => ({
    spendCode: async (store, key, until, client) => {
      if (client?.client_secret === undefined) return spendCode(store, key, until, client);
      if ((await store.spentCodes.find(key)) !== undefined) return false;
      await hashing();
      await store.spentCodes.put(key, true, until);
      return true;
    },
  }),
});

/** As long as a slow hash takes. */
const hashing = (): Promise<void> => new Promise((done) => setTimeout(done, 5));
