import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Under S256 a challenge that is the verifier itself fits as well',
  breaks: ['rfc7636/4.6/near-s256-transform', 'rfc7636/4.6/challenge-as-verifier', 'rfc7636/4.5/method-in-token-request'],
  because: 'The challenge is then its own verifier, whatever the token request says of the method',
  replace: (correct) => ({
    challengeWellFormed: (challenge) => correct.challengeWellFormed(challenge, 'plain'),
    proves: (derived, challenge, verifier, method) => correct.proves(derived, challenge, verifier, method) || verifier === challenge,
  }),
});
