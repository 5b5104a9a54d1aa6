import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An empty challenge is kept for a challenge, and skipped when the verifier is checked',
  breaks: ['rfc6749/3.1/empty-code-challenge'],
  replace: ({ emptyIsAbsent, challengeWellFormed, needsVerifier }) => ({
    emptyIsAbsent: (name, at) => name !== 'code_challenge' && emptyIsAbsent(name, at),
    challengeWellFormed: (challenge, method) => challenge === '' || challengeWellFormed(challenge, method),
    needsVerifier: (facts) => facts.code_challenge !== '' && needsVerifier(facts),
  }),
});
