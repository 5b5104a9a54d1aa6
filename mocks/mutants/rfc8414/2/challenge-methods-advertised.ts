import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The challenge methods are missing from the metadata',
  breaks: ['rfc8414/2/challenge-methods-advertised', 'rfc9700/2.1.1/pkce-support-detectable'],
  because: 'A client that asks whether there is PKCE reads it there',
  replace: { metadataMembers: (members) => ({ ...members, code_challenge_methods_supported: undefined }) },
});
