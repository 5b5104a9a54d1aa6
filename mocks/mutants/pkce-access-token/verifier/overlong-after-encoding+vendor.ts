import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier may have the 171 characters that the document comes to when it is followed to the letter',
  breaks: ['pkce-access-token/verifier/overlong-after-encoding'],
  replace: { verifierWellFormed: (verifier) => /^[A-Za-z0-9\-._~]{43,171}$/.test(verifier) },
});
