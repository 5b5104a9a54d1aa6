import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The beginning of a registered redirect URI passes for it',
  breaks: ['oidc-core/3.1.2.1/openid-redirect-uri-required', 'rfc6749/3.1.2.3/registered-redirect-uri-exact'],
  because: 'OAuth says the same of every client',
  replace: (correct) => ({
    redirectUriMatches: (registered, given, client) =>
      correct.redirectUriMatches(registered, given, client) || registered.startsWith(given),
  }),
});
