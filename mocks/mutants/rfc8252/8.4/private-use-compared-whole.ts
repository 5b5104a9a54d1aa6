import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of a redirect URI with a private-use scheme the scheme alone is compared',
  breaks: ['rfc8252/8.4/private-use-compared-whole'],
  replace: ({ redirectUriMatches }) => ({
    redirectUriMatches: (registered, given, client) =>
      redirectUriMatches(registered, given, client) || [registered, given].every((uri) => uri.startsWith('com.example.app:')),
  }),
});
