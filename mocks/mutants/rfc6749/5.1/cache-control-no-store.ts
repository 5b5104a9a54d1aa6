import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response says nothing to caches of today',
  breaks: ['rfc6749/5.1/cache-control-no-store', 'oauth-2.1/3.2.3/no-store-without-pragma', 'oidc-core/3.1.3.3/bearer-and-no-store'],
  because: 'OAuth 2.1 says the same; OpenID Connect says the same of its responses',
  replace: ({ tokenResponseCaching: { 'cache-control': _dropped, ...rest } }) => ({ tokenResponseCaching: rest }),
});
