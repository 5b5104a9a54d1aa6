import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The floor of the length is one too low',
  breaks: ['rfc7636/4.1/verifier-of-42-characters'],
  replace: { verifierWellFormed: (verifier) => /^[A-Za-z0-9\-._~]{42,128}$/.test(verifier) },
});
