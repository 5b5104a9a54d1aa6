import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Verifiers of the longest length are not compared',
  breaks: ['rfc7636/4.6/verifier-one-character-off', 'rfc7636/4.6/mismatched-verifier'],
  because: 'Another verifier of that length fits as well',
  replace: (correct) => ({
    proves: (derived, challenge, verifier, method) => verifier.length === 128 || correct.proves(derived, challenge, verifier, method),
  }),
});
