import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier that nothing was said to expect is not looked at',
  breaks: ['rfc9700/4.8.2/verifier-without-challenge', 'rfc9700/4.8.1/stripped-challenge-attack'],
  because: 'The attack is the same fault, played through',
  replace: { acceptsSurplusVerifier: true },
});
