import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An empty challenge is kept for a challenge, and skipped when the verifier is checked',
  breaks: [
    'rfc6749/3.1/empty-code-challenge',
    'rfc8252/8.1/native-request-without-pkce',
    'oauth-2.1/4.1.1/public-client-without-challenge',
    'oauth-2.1/7.5.1.1/confidential-client-without-challenge',
  ],
  because: 'Where a challenge is required, an empty one passes for one',
  replace: ({ emptyIsAbsent, challengeWellFormed, needsVerifier }) => ({
    emptyIsAbsent: (name, at) => name !== 'code_challenge' && emptyIsAbsent(name, at),
    challengeWellFormed: (challenge, method) => challenge === '' || challengeWellFormed(challenge, method),
    needsVerifier: (facts) => facts.code_challenge !== '' && needsVerifier(facts),
  }),
});
