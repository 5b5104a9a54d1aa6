import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A method alone switches PKCE on with an empty challenge, which no check takes for one',
  breaks: ['rfc7636/4.3/method-without-challenge', 'rfc6749/3.1/empty-code-challenge', 'rfc9126/2.1/invalid-pkce-pushed'],
  because: 'An empty challenge counts as none, so that its method stands alone as well; a pushed request is read alike',
  replace: ({ needsVerifier }) => ({
    acceptsMethodAlone: true,
    boundChallenge: (challenge, method) => challenge ?? (method === undefined ? undefined : ''),
    needsVerifier: (facts) => facts.code_challenge !== '' && needsVerifier(facts),
  }),
});
