import { mutant } from '../../../authorization-server/mutant.js';
import { s256 } from '../../../authorization-server/policy/pkce.js';

export default mutant({
  fault: 'What was drawn counts as well: it is encoded and tried again',
  breaks: ['pkce-access-token/verifier/hashed-as-sent'],
  replace: (correct) => ({
    proves: (derived, challenge, verifier, method) =>
      correct.proves(derived, challenge, verifier, method) || s256(Buffer.from(verifier).toString('base64url')) === challenge,
  }),
});
