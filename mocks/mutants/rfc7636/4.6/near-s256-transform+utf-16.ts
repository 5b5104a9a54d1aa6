import { mutant } from '../../../authorization-server/mutant.js';
import { hash } from 'node:crypto';

export default mutant({
  fault: 'The hash of the verifier in UTF-16 fits as well',
  breaks: ['rfc7636/4.6/near-s256-transform'],
  replace: (correct) => ({
    proves: (derived, challenge, verifier, method) =>
      correct.proves(derived, challenge, verifier, method) || hash('sha256', Buffer.from(verifier, 'utf16le'), 'base64url') === challenge,
  }),
});
