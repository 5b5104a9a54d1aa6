import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A method alone switches PKCE on with an empty challenge, which no check takes for one',
  breaks: ['rfc7636/4.3/method-without-challenge', 'rfc6749/3.1/empty-code-challenge'],
  because: 'An empty challenge counts as none, so that its method stands alone as well',
  replace: ({ needsVerifier }) => ({
    acceptsMethodAlone: true,
    boundChallenge: (challenge, method) => challenge ?? (method === undefined ? undefined : ''),
    needsVerifier: (facts) => facts.code_challenge !== '' && needsVerifier(facts),
  }),
});
