import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The pattern of a verifier is content with one good line of several',
  breaks: ['rfc7636/4.1/control-character-in-verifier'],
  replace: { verifierWellFormed: (verifier) => /^[A-Za-z0-9\-._~]{43,128}$/m.test(verifier) },
});
