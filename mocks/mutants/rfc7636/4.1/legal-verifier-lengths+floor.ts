import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The shortest verifier is a character too long',
  breaks: ['rfc7636/4.1/legal-verifier-lengths'],
  replace: { verifierWellFormed: (verifier) => /^[A-Za-z0-9\-._~]{44,128}$/.test(verifier) },
});
