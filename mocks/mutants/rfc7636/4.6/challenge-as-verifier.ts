import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The challenge itself counts as a verifier',
  breaks: ['rfc7636/4.6/challenge-as-verifier', 'rfc7636/4.5/method-in-token-request'],
  because: 'A method beside it changes nothing',
  replace: (correct) => ({
    proves: (derived, challenge, verifier, method) => verifier === challenge || correct.proves(derived, challenge, verifier, method),
  }),
});
