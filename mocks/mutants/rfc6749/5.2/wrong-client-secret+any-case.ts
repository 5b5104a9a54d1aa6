import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The case of a client_secret makes no difference',
  breaks: ['rfc6749/5.2/wrong-client-secret'],
  replace: (correct) => ({
    secretMatches: (registered, given, client) => correct.secretMatches(registered.toLowerCase(), given.toLowerCase(), client),
  }),
});
