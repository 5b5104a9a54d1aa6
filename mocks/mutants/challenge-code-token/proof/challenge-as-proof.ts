import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The challenge proves itself',
  breaks: ['challenge-code-token/proof/challenge-as-proof'],
  replace: (correct) => ({
    proves: (derived, challenge, verifier, method) => verifier === challenge || correct.proves(derived, challenge, verifier, method),
  }),
});
