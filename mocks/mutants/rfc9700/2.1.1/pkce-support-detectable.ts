import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'PKCE works, and the metadata says nothing of it',
  breaks: ['rfc9700/2.1.1/pkce-support-detectable'],
  replace: { metadataMembers: ({ code_challenge_methods_supported: _unsaid, ...said }) => said },
});
