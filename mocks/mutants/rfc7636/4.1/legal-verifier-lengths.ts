import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The longest verifier is a character too short',
  breaks: ['rfc7636/4.1/legal-verifier-lengths', 'rfc7636/4.6/matching-verifier'],
  because: 'Any verifier is to make the round trip',
  replace: { verifierWellFormed: (verifier) => /^[A-Za-z0-9\-._~]{43,127}$/.test(verifier) },
});
