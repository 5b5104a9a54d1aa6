import { mutant } from '../../../authorization-server/mutant.js';
import { s256 } from '../../../authorization-server/policy/pkce.js';

export default mutant({
  fault: 'Every transform is tried until one fits',
  breaks: [
    'rfc7636/4.6/hashed-verifier-under-plain',
    'rfc7636/4.3/omitted-method-is-plain',
    'rfc7636/4.5/method-in-token-request',
    'rfc6749/3.1/empty-challenge-method',
  ],
  because: 'A challenge without a method is a plain one, and a method in the token request changes nothing',
  replace: (correct) => ({
    proves: (derived, challenge, verifier, method) => correct.proves(derived, challenge, verifier, method) || s256(verifier) === challenge,
  }),
});
