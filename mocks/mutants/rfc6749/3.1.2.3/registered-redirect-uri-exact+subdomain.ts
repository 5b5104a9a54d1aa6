import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A redirect URI below the registered host is accepted',
  breaks: ['rfc6749/3.1.2.3/registered-redirect-uri-exact'],
  replace: ({ redirectUriMatches }) => ({
    redirectUriMatches: (registered, given, client) =>
      redirectUriMatches(registered, given, client) || redirectUriMatches(registered, given.replace('//elsewhere.', '//'), client),
  }),
});
