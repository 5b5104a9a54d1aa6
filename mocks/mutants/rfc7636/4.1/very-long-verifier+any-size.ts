import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Neither a body nor a verifier is ever too long',
  breaks: ['rfc7636/4.1/very-long-verifier', 'rfc7636/4.1/verifier-of-129-characters'],
  because: 'Where there is no ceiling, the character just above it passes as well',
  replace: { bodyLimit: Infinity, verifierWellFormed: (verifier) => /^[A-Za-z0-9\-._~]{43,}$/.test(verifier) },
});
