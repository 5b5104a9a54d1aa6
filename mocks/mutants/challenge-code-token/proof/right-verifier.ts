import { hash } from 'node:crypto';
import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The hash of the verifier is written in hex, so that no S256 token is ever proved',
  breaks: ['challenge-code-token/proof/right-verifier'],
  replace: { transform: (verifier, method) => (method === 'S256' ? hash('sha256', verifier, 'hex') : verifier) },
});
