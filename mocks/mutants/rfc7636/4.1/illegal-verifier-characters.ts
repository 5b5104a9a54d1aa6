import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier may hold every character that is printed',
  breaks: ['rfc7636/4.1/illegal-verifier-characters'],
  replace: { verifierWellFormed: (verifier) => /^[\x20-\x7e]{43,128}$/.test(verifier) },
});
