import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Spaces in front of a client_secret make no difference',
  breaks: ['rfc6749/5.2/wrong-client-secret'],
  replace: ({ secretMatches }) => ({
    secretMatches: (registered, given, client, way) => secretMatches(registered, given.trimStart(), client, way),
  }),
});
