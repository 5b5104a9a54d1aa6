import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The case of a redirect URI makes no difference',
  breaks: ['rfc6749/3.1.2.3/registered-redirect-uri-exact'],
  replace: ({ redirectUriMatches }) => ({
    redirectUriMatches: (registered, given, client) =>
      redirectUriMatches(registered, given, client) ||
      (client.application_type === 'web' && given.toLowerCase() === registered.toLowerCase()),
  }),
});
