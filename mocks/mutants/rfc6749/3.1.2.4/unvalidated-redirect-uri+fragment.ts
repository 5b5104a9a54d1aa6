import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The fragment of a redirect URI is not compared',
  breaks: ['rfc6749/3.1.2.4/unvalidated-redirect-uri'],
  replace: ({ redirectUriMatches }) => ({
    redirectUriMatches: (registered, given, client) =>
      redirectUriMatches(registered, given, client) || (client.application_type === 'web' && given.split('#', 1)[0] === registered),
  }),
});
