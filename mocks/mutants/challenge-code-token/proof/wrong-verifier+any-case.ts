import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The case of the proof is not looked at',
  breaks: ['challenge-code-token/proof/wrong-verifier'],
  replace: { proves: (derived, challenge) => derived.toLowerCase() === challenge.toLowerCase() },
});
