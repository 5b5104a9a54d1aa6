import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Any well-formed verifier redeems a code',
  breaks: [
    'rfc7636/4.6/mismatched-verifier',
    'rfc7636/4.6/challenge-as-verifier',
    'rfc7636/4.6/verifier-one-character-off',
    'rfc7636/4.6/truncated-or-extended-verifier',
    'rfc7636/4.6/near-s256-transform',
    'rfc7636/4.6/hashed-verifier-under-plain',
    'rfc7636/4.4/verifier-of-another-code',
    'rfc7636/4.5/challenge-in-token-request',
    'rfc7636/4.5/method-in-token-request',
    'rfc7636/4.5/challenge-under-optional-pkce',
    'rfc7636/4.5/secret-replaces-no-verifier',
    'rfc9700/2.1.1/secret-and-verifier-both-needed',
    'rfc7636/4.3/omitted-method-is-plain',
    'rfc7636/4.6/challenge-compared-whole',
    'rfc7636/4.6/challenge-spare-bits',
    'rfc7636/4.6/case-sensitive-comparison',
    'rfc7636/4.6/plain-compared-whole',
    'rfc7636/4.5/omitted-method-still-binds',
    'rfc6749/3.1/empty-challenge-method',
    'rfc6749/10.5/code-after-failed-verifier',
  ],
  because: 'Nothing is compared any more',
  replace: { proves: () => true },
});
