import { mutant } from '../../../authorization-server/mutant.js';
import { s256 } from '../../../authorization-server/policy/pkce.js';

export default mutant({
  fault: 'The hash of a plain challenge counts as its verifier',
  breaks: ['rfc7636/4.6/hashed-verifier-under-plain'],
  replace: (correct) => ({
    proves: (derived, challenge, verifier, method) =>
      correct.proves(derived, challenge, verifier, method) || (method === 'plain' && s256(challenge) === verifier),
  }),
});
