import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The challenge methods are one text',
  breaks: ['rfc8414/2/challenge-methods-advertised', 'rfc9700/2.1.1/pkce-support-detectable'],
  because: 'The rules beside its own look at the same decision from another side',
  replace: { metadataMembers: (members) => ({ ...members, code_challenge_methods_supported: 'S256' }) },
});
