import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response to a client that authenticates may be stored',
  breaks: ['rfc6749/5.1/cache-control-no-store', 'oauth-2.1/3.2.3/no-store-without-pragma', 'oidc-core/3.1.3.3/bearer-and-no-store'],
  because: 'OAuth 2.1 says the same; OpenID Connect says the same of its responses',
  replace: {
    tokenResponseHeaders: (_members, { client }) => (client.token_endpoint_auth_method === 'none' ? {} : { 'cache-control': 'private' }),
  },
});
