import { mutant } from '../../../authorization-server/mutant.js';

/** Stands for a password that was left empty, which the mock takes for none. */
const empty = 'no password at all';

export default mutant({
  fault: 'An empty password of HTTP Basic is the beginning of any',
  breaks: ['rfc6749/5.2/wrong-client-secret'],
  replace: (correct) => ({
    basicCredentials: (text) => {
      const read = correct.basicCredentials(text);
      return read?.client_secret === '' ? { ...read, client_secret: empty } : read;
    },
    secretMatches: (registered, given, client, way) => given === empty || correct.secretMatches(registered, given, client, way),
  }),
});
