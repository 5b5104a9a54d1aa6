import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The user name in a redirect URI is not compared',
  breaks: ['rfc6749/3.1.2.3/registered-redirect-uri-exact'],
  replace: ({ redirectUriMatches }) => ({
    redirectUriMatches: (registered, given, client) => redirectUriMatches(registered, given.replace(/\/\/[^/@]*@/, '//'), client),
  }),
});
