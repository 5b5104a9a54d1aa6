import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A client_secret ends at NUL',
  breaks: ['rfc6749/5.2/wrong-client-secret'],
  replace: ({ secretMatches }) => ({
    secretMatches: (registered, given, client, way) => secretMatches(registered, given.split('\0', 1)[0] ?? '', client, way),
  }),
});
