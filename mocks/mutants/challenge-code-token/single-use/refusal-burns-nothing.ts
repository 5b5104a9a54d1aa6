import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The verifier is written down before anything else is looked at',
  breaks: ['challenge-code-token/single-use/refusal-burns-nothing'],
  replace: { refusalBurnsVerifier: true },
});
