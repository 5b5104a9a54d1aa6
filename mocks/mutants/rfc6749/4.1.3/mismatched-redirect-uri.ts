import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The redirect URI of the token request is not compared',
  breaks: [
    'rfc6749/4.1.3/mismatched-redirect-uri',
    'rfc6749/4.1.3/loopback-port-at-redemption',
    'oauth-2.1/10.2/redirect-uri-checked-where-sent',
    'oidc-core/3.1.3.2/token-request-validation',
  ],
  because: 'The port of a loopback address is not compared either; OpenID Connect says the same of its codes',
  replace: ({ redirectUriFault }) => ({
    redirectUriFault: (code, given) => (given !== undefined && code.redirect_uri !== undefined ? undefined : redirectUriFault(code, given)),
  }),
});
