import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A letter or digit of any script may stand in a verifier',
  breaks: ['rfc7636/4.1/non-ascii-verifier'],
  replace: { verifierWellFormed: (verifier) => /^[\p{L}\p{N}\-._~]{43,128}$/u.test(verifier) },
});
