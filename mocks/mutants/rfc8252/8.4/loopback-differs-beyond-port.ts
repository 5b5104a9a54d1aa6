import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A redirect URI of a native app is good if it begins like the registered loopback address',
  breaks: ['rfc8252/8.4/loopback-differs-beyond-port'],
  replace: ({ redirectUriMatches }) => ({
    redirectUriMatches: (registered, given, client) =>
      redirectUriMatches(registered, given, client) ||
      (client.application_type === 'native' && given.startsWith('http://127.0.0.1') && !given.includes('#')),
  }),
});
