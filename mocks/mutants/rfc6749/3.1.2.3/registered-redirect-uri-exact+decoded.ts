import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A redirect URI is decoded before it is compared',
  breaks: ['rfc6749/3.1.2.3/registered-redirect-uri-exact'],
  replace: ({ redirectUriMatches }) => ({
    redirectUriMatches: (registered, given, client) =>
      redirectUriMatches(
        registered,
        given.replace(/%[46][1-9A-F]/gi, (escape) => decodeURIComponent(escape)),
        client,
      ) || redirectUriMatches(registered, given, client),
  }),
});
