import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Any verifier that is not empty is long enough',
  breaks: ['rfc7636/4.1/very-short-verifier', 'rfc7636/4.1/verifier-of-42-characters'],
  because: 'Where there is no floor, the character just below it passes as well',
  replace: { verifierWellFormed: (verifier) => /^[A-Za-z0-9\-._~]{1,128}$/.test(verifier) },
});
