import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A password of HTTP Basic is compared as far as it was given',
  breaks: ['rfc6749/5.2/wrong-client-secret'],
  replace: (correct) => ({
    secretMatches: (registered, given, client, way) =>
      correct.secretMatches(way === 'basic' ? registered.slice(0, given.length) : registered, given, client, way),
  }),
});
