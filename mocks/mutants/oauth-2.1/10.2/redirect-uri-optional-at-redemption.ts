import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The redirect URI of the authorization request has to be said again, as under OAuth 2.0',
  breaks: ['oauth-2.1/10.2/redirect-uri-optional-at-redemption'],
  replace: ({ redirectUriFault }) => ({
    redirectUriFault: (code, given) =>
      given === undefined && code.redirect_uri !== undefined ? 'redirect-uri-missing' : redirectUriFault(code, given),
  }),
});
