import { mutant } from '../../../authorization-server/mutant.js';
import { s256 } from '../../../authorization-server/policy/pkce.js';

export default mutant({
  fault: 'A verifier whose base64url has the hash that was announced fits as well',
  breaks: ['rfc7636/4.6/mismatched-verifier'],
  replace: ({ proves }) => ({
    proves: (derived, challenge, verifier, method) =>
      proves(derived, challenge, verifier, method) ||
      (method === 'S256' && s256(Buffer.from(verifier).toString('base64url')) === challenge),
  }),
});
