import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Redirect URIs are compared as they normalise',
  breaks: ['rfc6749/3.1.2.3/registered-redirect-uri-exact'],
  replace: ({ redirectUriMatches }) => ({
    redirectUriMatches: (registered, given, client) =>
      redirectUriMatches(registered, given, client) ||
      (client.application_type === 'web' && URL.canParse(given) && new URL(given).href === new URL(registered).href),
  }),
});
