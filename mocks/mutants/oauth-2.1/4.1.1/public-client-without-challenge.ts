import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A public client may leave PKCE out, as under OAuth 2.0',
  breaks: [
    'oauth-2.1/4.1.1/public-client-without-challenge',
    'rfc7636/4.4.1/required-challenge-missing',
    'rfc8252/8.1/native-request-without-pkce',
  ],
  because: 'In this profile PKCE is required, as the other rule has it',
  replace: ({ challengeRequired }) => ({
    challengeRequired: (client, nonce) => client.token_endpoint_auth_method !== 'none' && challengeRequired(client, nonce),
  }),
});
