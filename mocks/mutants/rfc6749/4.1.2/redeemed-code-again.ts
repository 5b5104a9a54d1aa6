import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code is locked while it is redeemed and free again afterwards',
  breaks: ['rfc6749/4.1.2/redeemed-code-again', 'rfc6749/10.5/code-after-failed-verifier'],
  because: 'The mark that a failed verifier burns a code by is the same',
  replace: () => {
    const underWay = new Set<string>();
    return {
      spendCode: async (_store, key) => {
        if (underWay.has(key)) return false;
        underWay.add(key);
        await roundTrip();
        underWay.delete(key);
        return true;
      },
    };
  },
});

/** As long as a database takes. */
const roundTrip = (): Promise<void> => new Promise((done) => setTimeout(done, 5));
