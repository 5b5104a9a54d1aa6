import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A confidential client has its codes redeemed without PKCE, if neither request speaks of it',
  breaks: ['oauth-2.1/4.1.3/verifier-only-with-challenge', 'oauth-2.1/7.5.1.1/confidential-client-without-challenge'],
  because: 'A code has to be issued without a challenge before it can be redeemed so',
  replace: ({ challengeRequired }) => ({
    challengeRequired: (client, nonce) => client.token_endpoint_auth_method === 'none' && challengeRequired(client, nonce),
    redeemsWithoutChallenge: () => true,
  }),
});
