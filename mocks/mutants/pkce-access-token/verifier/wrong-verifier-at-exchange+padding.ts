import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Padding at the end of the verifier is taken off',
  breaks: ['pkce-access-token/verifier/wrong-verifier-at-exchange'],
  replace: { verifierRead: (sent) => sent.replace(/=+$/, '') },
});
