import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Whatever this machine may be called is loopback',
  breaks: ['rfc8252/8.4/loopback-differs-beyond-port'],
  replace: ({ redirectUriMatches }) => ({
    redirectUriMatches: (registered, given, client) =>
      redirectUriMatches(registered, given.replace(/^http:\/\/(localhost|127\.0\.0\.2|0\.0\.0\.0)/, 'http://127.0.0.1'), client) ||
      redirectUriMatches(registered, given, client),
  }),
});
