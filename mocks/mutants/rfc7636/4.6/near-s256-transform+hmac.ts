import { mutant } from '../../../authorization-server/mutant.js';
import { createHmac } from 'node:crypto';

export default mutant({
  fault: 'The HMAC of the verifier with an empty key fits as well',
  breaks: ['rfc7636/4.6/near-s256-transform'],
  replace: (correct) => ({
    proves: (derived, challenge, verifier, method) =>
      correct.proves(derived, challenge, verifier, method) || createHmac('sha256', '').update(verifier).digest('base64url') === challenge,
  }),
});
