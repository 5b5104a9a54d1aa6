import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ledger is read, and written a moment later',
  breaks: ['challenge-code-token/single-use/same-challenge-race'],
  replace: {
    spendVerifier: async (store, key, until) => {
      if ((await store.verifiers.find(key)) !== undefined) return false;
      await new Promise((resolve) => setImmediate(resolve));
      await store.verifiers.put(key, true, until);
      return true;
    },
  },
});
