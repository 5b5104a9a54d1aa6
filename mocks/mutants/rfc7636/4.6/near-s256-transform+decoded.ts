import { mutant } from '../../../authorization-server/mutant.js';
import { hash } from 'node:crypto';

export default mutant({
  fault: 'The hash of what the verifier decodes to fits as well',
  breaks: ['rfc7636/4.6/near-s256-transform', 'rfc7636/4.6/mismatched-verifier'],
  because: 'A verifier that was encoded once more decodes to the right one',
  replace: (correct) => ({
    proves: (derived, challenge, verifier, method) =>
      correct.proves(derived, challenge, verifier, method) || hash('sha256', Buffer.from(verifier, 'base64url'), 'base64url') === challenge,
  }),
});
