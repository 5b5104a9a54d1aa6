import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A request without a challenge yields a token that is bound to nothing',
  breaks: ['challenge-code-token/request/challenge-required', 'challenge-code-token/request/verifier-instead-of-challenge'],
  because: 'A request with a verifier and no challenge is a request without a challenge',
  replace: { challengeRequired: () => false },
});
