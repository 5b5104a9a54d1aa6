import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The verifier ends at its first NUL',
  breaks: ['pkce-access-token/verifier/wrong-verifier-at-exchange'],
  replace: { verifierRead: (sent) => sent.split('\0', 1)[0] ?? '' },
});
