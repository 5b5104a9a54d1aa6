import { s256 } from '../../../authorization-server/policy/pkce.js';
import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier that is sent takes the place of the challenge',
  breaks: ['challenge-code-token/request/verifier-instead-of-challenge'],
  replace: {
    challengeOfRequest: (parameters) => {
      const verifier = parameters.get('code_verifier');
      return verifier === undefined ? parameters.get('code_challenge') : s256(verifier);
    },
  },
});
