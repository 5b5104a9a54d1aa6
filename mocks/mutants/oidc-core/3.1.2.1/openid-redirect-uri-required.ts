import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A client with one redirect URI may leave it out with openid',
  breaks: ['oidc-core/3.1.2.1/openid-redirect-uri-required'],
  replace: ({ redirectUriWhenOmitted }) => ({
    redirectUriWhenOmitted: (client, scope) =>
      client.redirect_uris.length === 1 ? client.redirect_uris[0] : redirectUriWhenOmitted(client, scope),
  }),
});
