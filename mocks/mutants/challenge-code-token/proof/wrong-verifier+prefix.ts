import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier that begins a plain challenge proves it',
  breaks: ['challenge-code-token/proof/wrong-verifier'],
  replace: { proves: (derived, challenge) => challenge.startsWith(derived) },
});
