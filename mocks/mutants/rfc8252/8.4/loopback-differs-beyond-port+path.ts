import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of a loopback redirect URI the address alone is compared',
  breaks: ['rfc8252/8.4/loopback-differs-beyond-port'],
  replace: ({ redirectUriMatches }) => ({
    redirectUriMatches: (registered, given, client) =>
      redirectUriMatches(registered, given, client) ||
      (client.application_type === 'native' && /^http:\/\/127\.0\.0\.1:\d+\/\w+$/.test(given)),
  }),
});
