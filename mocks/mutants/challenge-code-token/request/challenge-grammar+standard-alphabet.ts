import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A challenge may be in the alphabet of base64',
  breaks: ['challenge-code-token/request/challenge-grammar'],
  replace: (correct) => ({
    challengeWellFormed: (challenge, method) => correct.challengeWellFormed(challenge.replaceAll('+', '-').replaceAll('/', '_'), method),
  }),
});
