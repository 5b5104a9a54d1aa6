import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A redirect URI that begins like that of the authorization will do',
  breaks: [
    'rfc6749/4.1.3/mismatched-redirect-uri',
    'oauth-2.1/10.2/redirect-uri-checked-where-sent',
    'oidc-core/3.1.3.2/token-request-validation',
  ],
  because: 'OAuth 2.1 has it checked where it is sent; OpenID Connect says the same of its codes',
  replace: ({ redirectUriFault }) => ({
    redirectUriFault: (code, given) =>
      given !== undefined && code.redirect_uri !== undefined && given.startsWith(code.redirect_uri)
        ? undefined
        : redirectUriFault(code, given),
  }),
});
