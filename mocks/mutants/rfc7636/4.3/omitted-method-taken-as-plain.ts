import { mutant } from '../../../authorization-server/mutant.js';
import { s256 } from '../../../authorization-server/policy/pkce.js';

export default mutant({
  fault: 'A challenge has to name its method',
  breaks: ['rfc7636/4.3/omitted-method-taken-as-plain'],
  replace: (correct) =>
    correct.methodsOffered.includes('plain')
      ? {
          boundChallenge: (challenge, method, client) =>
            method === undefined ? s256(challenge ?? '') : correct.boundChallenge(challenge, method, client),
        }
      : {},
});
