import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'White space around a verifier is taken off',
  breaks: ['rfc7636/4.6/verifier-compared-as-sent', 'rfc7636/4.6/plain-compared-whole', 'rfc7636/4.6/mismatched-verifier'],
  because: 'Under plain the verifier so mended is the challenge itself, and what is taken off is an edit like any other',
  replace: { verifierRead: (sent) => sent.trim() },
});
