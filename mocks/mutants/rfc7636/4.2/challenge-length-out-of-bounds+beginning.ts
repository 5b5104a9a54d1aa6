import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of a challenge and the hash of the verifier, the shorter need only be the beginning of the longer',
  breaks: [
    'rfc7636/4.2/challenge-length-out-of-bounds',
    'rfc7636/4.2/s256-challenge-wrong-length',
    'rfc7636/4.2/illegal-challenge-characters',
    'rfc7636/3/padded-s256-challenge',
    'rfc9126/2.1/invalid-pkce-pushed',
  ],
  because: 'What is too long for the grammar is too long for a hash, and what is appended is longer, padding too',
  replace: (correct) => ({
    challengeWellFormed: (challenge, method) => method === 'S256' || correct.challengeWellFormed(challenge, method),
    proves: (derived, challenge, verifier, method) =>
      method === 'S256'
        ? derived.startsWith(challenge) || challenge.startsWith(derived)
        : correct.proves(derived, challenge, verifier, method),
  }),
});
