import { s256 } from '../../../authorization-server/policy/pkce.js';
import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A plain challenge is written down by its hash, but looked up as it stands',
  breaks: ['challenge-code-token/single-use/s256-then-plain', 'challenge-code-token/single-use/same-challenge-race'],
  because: 'When both arrive together the plain one can come second',
  replace: {
    ledgerKey: ({ code_challenge, code_challenge_method }) => `${code_challenge_method} ${code_challenge}`,
    spendVerifier: (store, key, until) => {
      const [method, challenge = ''] = key.split(' ');
      if (method === 'S256') return store.verifiers.add(challenge, true, until);
      if (store.verifiers.find(`plain ${challenge}`) !== undefined) return false;
      void store.verifiers.put(`plain ${challenge}`, true, until);
      void store.verifiers.put(s256(challenge), true, until);
      return true;
    },
  },
});
