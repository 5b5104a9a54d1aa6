import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A plain challenge of 43 characters is refused',
  breaks: ['challenge-code-token/request/challenge-grammar'],
  replace: (correct) => ({
    challengeWellFormed: (challenge, method) =>
      correct.challengeWellFormed(challenge, method) && (method === 'S256' || challenge.length > 43),
  }),
});
