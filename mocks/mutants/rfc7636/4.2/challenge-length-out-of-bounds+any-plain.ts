import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Under plain anything may be challenge and verifier',
  breaks: [
    'rfc7636/4.2/challenge-length-out-of-bounds',
    'rfc7636/4.1/illegal-verifier-characters',
    'rfc7636/4.1/non-ascii-verifier',
    'rfc7636/4.1/control-character-in-verifier',
    'rfc7636/4.1/verifier-of-42-characters',
    'rfc7636/4.1/verifier-of-129-characters',
    'rfc7636/4.1/very-short-verifier',
    'rfc7636/4.1/very-long-verifier',
  ],
  because: 'The verifier is not looked at under S256 either',
  replace: (correct) => ({
    challengeWellFormed: (challenge, method) => method === 'plain' || correct.challengeWellFormed(challenge, method),
    verifierWellFormed: () => true,
  }),
});
