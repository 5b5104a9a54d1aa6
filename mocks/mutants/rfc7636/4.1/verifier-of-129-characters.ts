import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ceiling of the length is one too high',
  breaks: ['rfc7636/4.1/verifier-of-129-characters'],
  replace: { verifierWellFormed: (verifier) => /^[A-Za-z0-9\-._~]{43,129}$/.test(verifier) },
});
