import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Whether a code was used is read first and written later',
  breaks: ['rfc6749/4.1.2/code-reuse-race'],
  replace: {
    spendCode: async (store, key, until) => {
      if ((await store.spentCodes.find(key)) !== undefined) return false;
      await roundTrip();
      await store.spentCodes.put(key, true, until);
      return true;
    },
  },
});

/** As long as a database takes. */
const roundTrip = (): Promise<void> => new Promise((done) => setTimeout(done, 5));
