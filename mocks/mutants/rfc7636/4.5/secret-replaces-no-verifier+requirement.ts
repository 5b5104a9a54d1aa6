import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Any client_secret lifts the requirement of PKCE, which is looked at when the code is redeemed',
  breaks: [
    'rfc7636/4.5/secret-replaces-no-verifier',
    'rfc7636/4.4.1/required-challenge-missing',
    'rfc8252/8.1/native-request-without-pkce',
    'oauth-2.1/4.1.1/public-client-without-challenge',
    'oauth-2.1/7.5.1.1/confidential-client-without-challenge',
  ],
  because: 'Until then nothing is required',
  replace: ({ redeemsWithoutChallenge, challengeRequired }) => ({
    challengeRequired: () => false,
    redeemsWithoutChallenge: (client, secretSent) =>
      secretSent === true || (redeemsWithoutChallenge(client) && !challengeRequired(client, undefined)),
  }),
});
