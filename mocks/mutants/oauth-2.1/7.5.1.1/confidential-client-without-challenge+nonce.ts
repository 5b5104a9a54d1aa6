import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The nonce of a confidential client stands in for PKCE, though nobody knows whether it is checked',
  breaks: ['oauth-2.1/7.5.1.1/confidential-client-without-challenge'],
  replace: ({ challengeRequired }) => ({
    challengeRequired: (client, nonce) =>
      !(nonce !== undefined && client.token_endpoint_auth_method !== 'none') && challengeRequired(client, nonce),
  }),
});
