import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The challenge methods are one text',
  breaks: ['rfc8414/2/challenge-methods-advertised'],
  replace: { metadataMembers: (members) => ({ ...members, code_challenge_methods_supported: 'S256' }) },
});
