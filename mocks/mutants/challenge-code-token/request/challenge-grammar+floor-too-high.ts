import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A plain challenge of 43 characters is refused',
  breaks: ['challenge-code-token/request/challenge-grammar', 'challenge-code-token/single-use/equal-string-other-verifier'],
  because: 'An S256 challenge has 43 characters, so that as a plain one it is refused too',
  replace: (correct) => ({
    challengeWellFormed: (challenge, method) =>
      correct.challengeWellFormed(challenge, method) && (method === 'S256' || challenge.length > 43),
  }),
});
