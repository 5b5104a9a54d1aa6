import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The pattern of a verifier ends before a line feed at the end',
  breaks: ['rfc7636/4.1/control-character-in-verifier'],
  replace: { verifierWellFormed: (verifier) => /^[A-Za-z0-9\-._~]{43,128}\n?$/.test(verifier) },
});
