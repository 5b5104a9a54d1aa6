import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The case of a private-use scheme makes no difference',
  breaks: ['rfc8252/8.4/private-use-compared-whole'],
  replace: ({ redirectUriMatches }) => ({
    redirectUriMatches: (registered, given, client) =>
      redirectUriMatches(
        registered,
        given.replace(/^com\.[^:]+/i, (scheme) => scheme.toLowerCase()),
        client,
      ) || redirectUriMatches(registered, given, client),
  }),
});
