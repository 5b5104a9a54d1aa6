import { mutant } from '../../../authorization-server/mutant.js';
import { s256 } from '../../../authorization-server/policy/pkce.js';

export default mutant({
  fault: 'A plain challenge that names no method is kept as its hash',
  breaks: ['rfc7636/4.3/omitted-method-taken-as-plain'],
  replace: (correct) => ({
    boundChallenge: (challenge, method, client) =>
      challenge !== undefined && method === undefined ? s256(challenge) : correct.boundChallenge(challenge, method, client),
  }),
});
