import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An empty secret is the beginning of any',
  breaks: ['rfc6749/5.2/wrong-client-secret'],
  replace: (correct) => ({
    emptyIsAbsent: (name, at) => !(at === 'token' && name === 'client_secret') && correct.emptyIsAbsent(name, at),
    secretMatches: (registered, given, client) => given === '' || correct.secretMatches(registered, given, client),
  }),
});
