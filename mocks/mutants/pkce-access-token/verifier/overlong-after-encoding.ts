import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier may be as long as it likes',
  breaks: ['pkce-access-token/verifier/overlong-after-encoding'],
  replace: { verifierWellFormed: (verifier) => /^[A-Za-z0-9\-._~]{43,}$/.test(verifier) },
});
