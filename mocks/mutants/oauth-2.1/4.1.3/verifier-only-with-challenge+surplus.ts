import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A client that asks without PKCE is served without it, whatever its token request says',
  breaks: [
    'oauth-2.1/4.1.3/verifier-only-with-challenge',
    'oauth-2.1/4.1.1/public-client-without-challenge',
    'oauth-2.1/7.5.1.1/confidential-client-without-challenge',
    'rfc7636/4.4.1/required-challenge-missing',
    'rfc8252/8.1/native-request-without-pkce',
    'rfc9700/4.8.2/verifier-without-challenge',
    'rfc9700/4.8.1/stripped-challenge-attack',
    'rfc7636/4.5/secret-replaces-no-verifier',
  ],
  because: 'A code has to be issued without a challenge before it can be redeemed so, whatever else the request carries',
  replace: { challengeRequired: () => false, redeemsWithoutChallenge: () => true, acceptsSurplusVerifier: true },
});
