import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'PKCE works, and the metadata says nothing of it',
  breaks: ['rfc9700/2.1.1/pkce-support-detectable', 'rfc8414/2/challenge-methods-advertised'],
  because: 'The metadata is where both look',
  replace: { metadataMembers: ({ code_challenge_methods_supported: _unsaid, ...said }) => said },
});
