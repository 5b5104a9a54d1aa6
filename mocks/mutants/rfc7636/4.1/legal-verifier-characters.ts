import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier of a few distinct characters counts as weak and is refused',
  breaks: ['rfc7636/4.1/legal-verifier-characters'],
  replace: (correct) => ({ verifierWellFormed: (verifier) => correct.verifierWellFormed(verifier) && new Set(verifier).size > 4 }),
});
