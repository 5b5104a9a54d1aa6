import { mutant } from '../../../authorization-server/mutant.js';
import { hash } from 'node:crypto';

export default mutant({
  fault: 'The hexadecimal text of the digest, encoded once more, fits as well',
  breaks: ['rfc7636/4.2/hex-digest-challenge'],
  replace: ({ proves, challengeWellFormed }) => ({
    challengeWellFormed: (challenge, method) => /^[\w-]{86}$/.test(challenge) || challengeWellFormed(challenge, method),
    proves: (derived, challenge, verifier, method) =>
      proves(derived, challenge, verifier, method) || Buffer.from(hash('sha256', verifier, 'hex')).toString('base64url') === challenge,
  }),
});
