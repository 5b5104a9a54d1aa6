import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Every ID Token is made for a public client, whichever it was asked for by',
  breaks: ['oidc-core/2/id-token-audience'],
  replace: {
    idTokenClaims: (claims, { client }) => (client.token_endpoint_auth_method === 'none' ? claims : { ...claims, aud: 'oidc-public' }),
  },
});
