import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The first redirect URI that is registered stands for one that is left out',
  breaks: ['oidc-core/3.1.2.1/openid-redirect-uri-required'],
  replace: { redirectUriWhenOmitted: (client) => client.redirect_uris[0] },
});
