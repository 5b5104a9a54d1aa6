import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A client_secret is compared as far as it was given',
  breaks: ['rfc6749/5.2/wrong-client-secret'],
  replace: (correct) => ({
    secretMatches: (registered, given, client) => correct.secretMatches(registered.slice(0, given.length), given, client),
  }),
});
