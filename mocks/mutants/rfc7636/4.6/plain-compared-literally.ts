import { mutant } from '../../../authorization-server/mutant.js';
import { s256 } from '../../../authorization-server/policy/pkce.js';

export default mutant({
  fault: 'The verifier is hashed whatever the method',
  breaks: [
    'rfc7636/4.6/plain-compared-literally',
    'rfc7636/4.3/omitted-method-taken-as-plain',
    'rfc7636/4.3/omitted-method-is-plain',
    'rfc7636/4.6/hashed-verifier-under-plain',
    'rfc7636/4.6/matching-verifier',
    'rfc7636/4.5/method-in-token-request',
    'rfc6749/3.1/empty-challenge-method',
    'rfc8414/2/advertised-methods-are-real',
  ],
  because: 'The method makes no difference any more; metadata says otherwise',
  replace: { transform: (verifier) => s256(verifier) },
});
