import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of a loopback redirect URI the scheme makes no difference',
  breaks: ['rfc8252/8.4/loopback-differs-beyond-port'],
  replace: ({ redirectUriMatches }) => ({
    redirectUriMatches: (registered, given, client) =>
      redirectUriMatches(registered, given, client) ||
      redirectUriMatches(registered, given.replace(/^https:\/\/127\.0\.0\.1:/, 'http://127.0.0.1:'), client),
  }),
});
