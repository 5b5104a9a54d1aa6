import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The padding of a challenge is taken off',
  breaks: ['challenge-code-token/request/challenge-grammar'],
  replace: (correct) => ({ challengeWellFormed: (challenge, method) => correct.challengeWellFormed(challenge.replace(/=+$/, ''), method) }),
});
