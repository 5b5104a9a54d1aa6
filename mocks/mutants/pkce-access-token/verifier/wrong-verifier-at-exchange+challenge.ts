import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The challenge itself redeems the code',
  breaks: ['pkce-access-token/verifier/wrong-verifier-at-exchange'],
  replace: (correct) => ({
    proves: (derived, challenge, verifier, method) => correct.proves(derived, challenge, verifier, method) || verifier === challenge,
  }),
});
