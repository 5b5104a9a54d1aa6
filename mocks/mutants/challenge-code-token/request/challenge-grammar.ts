import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A challenge is never looked at',
  breaks: ['challenge-code-token/request/challenge-grammar'],
  replace: { challengeWellFormed: () => true },
});
