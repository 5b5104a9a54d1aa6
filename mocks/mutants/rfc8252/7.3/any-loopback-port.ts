import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The port of 127.0.0.1 is compared like everything else',
  breaks: ['rfc8252/7.3/any-loopback-port'],
  replace: ({ redirectUriMatches }) => ({
    redirectUriMatches: (registered, given, client) =>
      given === registered || (!given.startsWith('http://127.') && redirectUriMatches(registered, given, client)),
  }),
});
