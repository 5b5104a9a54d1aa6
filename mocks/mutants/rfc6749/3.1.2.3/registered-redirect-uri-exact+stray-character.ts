import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'What stands before a backslash, and after NUL or a semicolon, is not compared',
  breaks: ['rfc6749/3.1.2.3/registered-redirect-uri-exact'],
  replace: ({ redirectUriMatches, addToRedirectUri }) => ({
    addToRedirectUri: (redirectUri, members) => addToRedirectUri(redirectUri.replaceAll('\0', '%00'), members),
    redirectUriMatches: (registered, given, client) =>
      redirectUriMatches(registered, given, client) ||
      (client.application_type === 'web' && given.replace(/[^/]*\\@/, '').split(/[\0;]/, 1)[0] === registered),
  }),
});
