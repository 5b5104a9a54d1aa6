import { mutant } from '../../../authorization-server/mutant.js';
import { s256 } from '../../../authorization-server/policy/pkce.js';

export default mutant({
  fault: 'The hash of what was drawn counts as well: the verifier is decoded and tried again',
  breaks: ['pkce-access-token/verifier/hashed-as-sent'],
  replace: (correct) => ({
    proves: (derived, challenge, verifier, method) =>
      correct.proves(derived, challenge, verifier, method) || s256(Buffer.from(verifier, 'base64url').toString('latin1')) === challenge,
  }),
});
