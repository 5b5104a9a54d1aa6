import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'What is no longer needed at redemption is no longer looked at',
  breaks: [
    'oauth-2.1/10.2/redirect-uri-checked-where-sent',
    'rfc6749/4.1.3/mismatched-redirect-uri',
    'rfc6749/4.1.3/loopback-port-at-redemption',
    'oidc-core/3.1.3.2/token-request-validation',
  ],
  because: 'The other rule holds for OAuth 2.0 as well, and there with more force; OpenID Connect says the same of its codes',
  replace: ({ redirectUriFault }) => ({
    redirectUriFault: (code, given) => (given !== undefined && code.redirect_uri !== undefined ? undefined : redirectUriFault(code, given)),
  }),
});
