import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'PKCE is for public clients',
  breaks: ['oauth-2.1/7.5.1.1/confidential-client-without-challenge'],
  replace: ({ challengeRequired }) => ({
    challengeRequired: (client, nonce) => client.token_endpoint_auth_method === 'none' && challengeRequired(client, nonce),
  }),
});
