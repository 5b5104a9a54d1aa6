import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A redirect URI that begins like a registered one is accepted',
  breaks: ['rfc6749/3.1.2.3/registered-redirect-uri-exact'],
  replace: { redirectUriMatches: (registered, given) => given === registered || (given.startsWith(registered) && !given.includes('#')) },
});
