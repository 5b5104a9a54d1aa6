import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Where a challenge is required, a method alone passes for one',
  breaks: [
    'rfc7636/4.4.1/required-challenge-missing',
    'rfc7636/4.3/method-without-challenge',
    'rfc8252/8.1/native-request-without-pkce',
    'oauth-2.1/4.1.1/public-client-without-challenge',
    'oauth-2.1/7.5.1.1/confidential-client-without-challenge',
    'rfc6749/3.1/empty-code-challenge',
    'rfc9126/2.1/invalid-pkce-pushed',
  ],
  because: 'RFC 8252 and OAuth 2.1 require it of their own accord, an empty challenge counts as none, and a pushed request is read alike',
  replace: ({ challengeRequired }) => ({
    challengeRequired: (client, nonce, method) => method === undefined && challengeRequired(client, nonce),
    acceptsMethodAlone: true,
    redeemsWithoutChallenge: () => true,
  }),
});
