import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ledger remembers the string beside the verifier, and refuses either',
  breaks: ['challenge-code-token/single-use/equal-string-other-verifier'],
  replace: (correct) => ({
    ledgerKey: (facts) => `${correct.ledgerKey(facts)} ${facts.code_challenge}`,
    spendVerifier: (store, key, until) => {
      const [verifier = '', text = ''] = key.split(' ');
      if (store.verifiers.find(`as sent ${text}`) !== undefined) return false;
      void store.verifiers.put(`as sent ${text}`, true, until);
      return store.verifiers.add(verifier, true, until);
    },
  }),
});
