import { mutant } from '../../../authorization-server/mutant.js';
import { s256 } from '../../../authorization-server/policy/pkce.js';

export default mutant({
  fault: 'A challenge without a method is tried as S256 as well',
  breaks: ['rfc7636/4.3/omitted-method-is-plain', 'rfc6749/3.1/empty-challenge-method'],
  because: 'An empty method is taken for none',
  replace: (correct) => {
    const unnamed = new Set<string>();
    return {
      boundChallenge: (challenge, method, client) => {
        if (challenge !== undefined && method === undefined) unnamed.add(challenge);
        return correct.boundChallenge(challenge, method, client);
      },
      proves: (derived, challenge, verifier, method) =>
        correct.proves(derived, challenge, verifier, method) || (unnamed.has(challenge) && s256(verifier) === challenge),
    };
  },
});
