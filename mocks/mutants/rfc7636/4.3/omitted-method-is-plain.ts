import { mutant } from '../../../authorization-server/mutant.js';
import { s256 } from '../../../authorization-server/policy/pkce.js';

export default mutant({
  fault: 'A challenge without a method is tried as S256 as well',
  breaks: ['rfc7636/4.3/omitted-method-is-plain'],
  replace: (correct) => ({
    boundChallenge: (challenge, method, client) => {
      if (challenge !== undefined && method === undefined) unnamed.add(challenge);
      return correct.boundChallenge(challenge, method, client);
    },
    proves: (derived, challenge, verifier, method) =>
      correct.proves(derived, challenge, verifier, method) || (unnamed.has(challenge) && s256(verifier) === challenge),
  }),
});

/** Challenges that came without a method. */
const unnamed = new Set<string>();
