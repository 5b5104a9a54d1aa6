import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The verifier is checked only if one is sent',
  breaks: [
    'rfc7636/4.5/missing-verifier',
    'rfc6749/3.2/empty-verifier',
    'rfc7636/4.5/verifier-outside-body',
    'rfc6749/3.2/verifier-lookalike-parameter',
    'rfc7636/4.5/challenge-under-optional-pkce',
    'rfc7636/4.5/secret-replaces-no-verifier',
    'rfc9700/2.1.1/secret-and-verifier-both-needed',
    'rfc7636/4.6/plain-compared-whole',
    'rfc7636/4.5/omitted-method-still-binds',
    'rfc9700/2.1.1/verifier-enforced-for-all',
    'rfc8252/8.5/shipped-secret-proves-nothing',
    'oauth-2.1/4.1.3/verifier-only-with-challenge',
    'oauth-2.1/7.5.2/invalid-replay-keeps-tokens',
    'rfc9126/4/pushed-challenge-binds-code',
  ],
  because: 'Whatever hides the verifier from the server leaves it out',
  replace: { needsVerifier: ({ code_challenge, code_verifier }) => code_challenge !== undefined && code_verifier !== undefined },
});
