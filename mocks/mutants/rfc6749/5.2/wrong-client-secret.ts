import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Spaces around a client_secret make no difference',
  breaks: ['rfc6749/5.2/wrong-client-secret'],
  replace: (correct) => ({ secretMatches: (registered, given, client) => correct.secretMatches(registered, given.trim(), client) }),
});
