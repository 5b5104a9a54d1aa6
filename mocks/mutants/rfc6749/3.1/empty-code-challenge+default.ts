import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An empty challenge is kept whatever its method, and then skipped when the verifier is checked',
  breaks: [
    'rfc6749/3.1/empty-code-challenge',
    'rfc7636/4.4.1/required-challenge-missing',
    'rfc7636/4.3/omitted-method-without-plain',
    'rfc7636/4.4.1/plain-not-offered',
    'rfc8252/8.1/native-request-without-pkce',
    'oauth-2.1/4.1.1/public-client-without-challenge',
    'oauth-2.1/7.5.1.1/confidential-client-without-challenge',
    'rfc8414/2/advertised-methods-are-real',
  ],
  because:
    'To keep an empty challenge under plain, no method may be turned away; where a challenge is required, an empty one passes for one',
  replace: (correct) => ({
    emptyIsAbsent: (name, at) => name !== 'code_challenge' && correct.emptyIsAbsent(name, at),
    checksOmittedMethod: false,
    checksNamedMethod: false,
    challengeWellFormed: (challenge, method) => challenge === '' || correct.challengeWellFormed(challenge, method),
    needsVerifier: (facts) => facts.code_challenge !== '' && correct.needsVerifier(facts),
  }),
});
