import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The challenge methods are listed in lower case',
  breaks: ['rfc8414/2/challenge-methods-advertised', 'rfc8414/2/advertised-methods-are-real'],
  because: 'A name in another case is another name: S256 is then accepted without being listed',
  replace: { metadataMembers: (members) => ({ ...members, code_challenge_methods_supported: ['s256'] }) },
});
