import { s256 } from '../../../authorization-server/policy/pkce.js';
import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Any verifier that the server has seen a challenge of proves any token',
  breaks: ['challenge-code-token/proof/verifier-of-another-token'],
  replace: (correct) => {
    const known = new Set<string>();
    return {
      ledgerKey: (facts) => {
        known.add(correct.ledgerKey(facts));
        return correct.ledgerKey(facts);
      },
      proves: (_derived, _challenge, verifier) => known.has(s256(verifier)),
    };
  },
});
