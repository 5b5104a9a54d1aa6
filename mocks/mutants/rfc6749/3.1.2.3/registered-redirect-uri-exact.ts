import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A redirect URI that begins like a registered one is accepted',
  breaks: [
    'rfc6749/3.1.2.3/registered-redirect-uri-exact',
    'rfc9700/2.1/exact-redirect-uri-matching',
    'oidc-core/3.1.2.1/openid-redirect-uri-required',
  ],
  because: 'The second is the same check, asked for by another document; OpenID Connect says the same of its requests',
  replace: ({ redirectUriMatches }) => ({
    redirectUriMatches: (registered, given, client) =>
      redirectUriMatches(registered, given, client) ||
      (client.application_type === 'web' && given.startsWith(registered) && !given.includes('#')),
  }),
});
