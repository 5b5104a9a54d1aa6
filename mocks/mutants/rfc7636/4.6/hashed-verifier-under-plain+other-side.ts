import { mutant } from '../../../authorization-server/mutant.js';
import { s256 } from '../../../authorization-server/policy/pkce.js';

export default mutant({
  fault: 'The hash of a plain challenge counts as its verifier',
  breaks: ['rfc7636/4.6/hashed-verifier-under-plain', 'rfc7636/4.6/plain-compared-whole'],
  because: 'The hash is another verifier like any other',
  replace: (correct) => ({
    proves: (derived, challenge, verifier, method) =>
      correct.proves(derived, challenge, verifier, method) || (method === 'plain' && s256(challenge) === verifier),
  }),
});
