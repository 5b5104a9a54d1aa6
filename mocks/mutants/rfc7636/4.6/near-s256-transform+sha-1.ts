import { mutant } from '../../../authorization-server/mutant.js';
import { hash } from 'node:crypto';

export default mutant({
  fault: 'A challenge made with SHA-1 fits as well',
  breaks: ['rfc7636/4.6/near-s256-transform'],
  replace: (correct) => ({
    challengeWellFormed: (challenge, method) => /^[\w-]{27,86}$/.test(challenge) || correct.challengeWellFormed(challenge, method),
    proves: (derived, challenge, verifier, method) =>
      correct.proves(derived, challenge, verifier, method) || hash('sha1', verifier, 'base64url') === challenge,
  }),
});
