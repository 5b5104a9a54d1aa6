import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A client_secret is compared as far as the registered one goes',
  breaks: ['rfc6749/5.2/wrong-client-secret'],
  replace: (correct) => ({
    secretMatches: (registered, given, client) => correct.secretMatches(registered, given.slice(0, registered.length), client),
  }),
});
