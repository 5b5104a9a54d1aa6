import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The challenge method plain is accepted and not listed',
  breaks: ['rfc8414/2/advertised-methods-are-real'],
  replace: { metadataMembers: (members) => ({ ...members, code_challenge_methods_supported: ['S256'] }) },
});
