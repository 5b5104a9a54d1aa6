import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Whatever its method, a challenge has 43 characters',
  breaks: ['challenge-code-token/request/challenge-grammar', 'challenge-code-token/request/method-defaults-to-plain'],
  because: 'The default is shown by a challenge that only plain allows',
  replace: (correct) => ({
    challengeWellFormed: (challenge, method) => challenge.length === 43 && correct.challengeWellFormed(challenge, method),
  }),
});
