import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A nonce stands in for PKCE whoever sends it, a public client included',
  breaks: ['oauth-2.1/4.1.1/public-client-without-challenge'],
  replace: ({ challengeRequired }) => ({
    challengeRequired: (client, nonce) =>
      !(nonce !== undefined && client.token_endpoint_auth_method === 'none') && challengeRequired(client, nonce),
  }),
});
