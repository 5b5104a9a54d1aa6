import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'That PKCE is required is found out at the token endpoint',
  breaks: [
    'rfc7636/4.4.1/required-challenge-missing',
    'rfc8252/8.1/native-request-without-pkce',
    'oauth-2.1/4.1.1/public-client-without-challenge',
    'oauth-2.1/7.5.1.1/confidential-client-without-challenge',
  ],
  because: 'RFC 8252 and OAuth 2.1 require it of their own accord',
  replace: (correct) => ({
    challengeRequired: () => false,
    redeemsWithoutChallenge: (client) => correct.redeemsWithoutChallenge(client) && !correct.challengeRequired(client, undefined),
  }),
});
