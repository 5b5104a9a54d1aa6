import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The parser of redirect URIs takes the first colon of an address for that of the port',
  breaks: ['rfc8252/7.3/ipv6-loopback'],
  replace: ({ redirectUriMatches }) => ({
    redirectUriMatches: (registered, given, client) => !given.includes('[') && redirectUriMatches(registered, given, client),
  }),
});
