import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A client for which PKCE is optional need not show the verifier of its challenge',
  breaks: [
    'rfc7636/4.5/challenge-under-optional-pkce',
    'rfc7636/4.5/missing-verifier',
    'rfc6749/3.2/empty-verifier',
    'rfc7636/4.5/verifier-outside-body',
    'rfc6749/3.2/verifier-lookalike-parameter',
    'rfc7636/4.5/secret-replaces-no-verifier',
    'rfc9700/2.1.1/secret-and-verifier-both-needed',
    'rfc7636/4.6/plain-compared-whole',
    'rfc7636/4.5/omitted-method-still-binds',
    'rfc9700/2.1.1/verifier-enforced-for-all',
    'rfc9126/4/pushed-challenge-binds-code',
  ],
  because: 'That holds for most clients, and whatever hides the verifier leaves it out',
  replace: (correct) => ({
    needsVerifier: (facts) =>
      (correct.challengeRequired(facts.client, undefined) || facts.code_verifier !== undefined) && correct.needsVerifier(facts),
  }),
});
