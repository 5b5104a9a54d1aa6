import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A plain challenge has no upper bound',
  breaks: ['challenge-code-token/request/challenge-grammar'],
  replace: (correct) => ({
    challengeWellFormed: (challenge, method) =>
      correct.challengeWellFormed(method === 'plain' ? challenge.slice(0, 128) : challenge, method),
  }),
});
