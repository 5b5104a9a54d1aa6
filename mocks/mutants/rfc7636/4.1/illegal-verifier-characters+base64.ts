import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier may hold the characters of base64 as well',
  breaks: ['rfc7636/4.1/illegal-verifier-characters'],
  replace: { verifierWellFormed: (verifier) => /^[A-Za-z0-9\-._~+/=]{43,128}$/.test(verifier) },
});
