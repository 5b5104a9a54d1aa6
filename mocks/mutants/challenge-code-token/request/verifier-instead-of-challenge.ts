import { s256 } from '../../../authorization-server/policy/pkce.js';
import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A verifier that is sent is hashed to the challenge that is missing',
  breaks: ['challenge-code-token/request/verifier-instead-of-challenge'],
  replace: {
    challengeOfRequest: (parameters) => {
      const verifier = parameters.get('code_verifier');
      return parameters.get('code_challenge') ?? (verifier === undefined ? undefined : s256(verifier));
    },
  },
});
