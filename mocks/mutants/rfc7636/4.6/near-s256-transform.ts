import { mutant } from '../../../authorization-server/mutant.js';
import { s256 } from '../../../authorization-server/policy/pkce.js';

export default mutant({
  fault: 'A challenge that was hashed twice is accepted as well',
  breaks: ['rfc7636/4.6/near-s256-transform'],
  replace: ({ proves }) => ({
    proves: (derived, challenge, verifier, method) =>
      proves(derived, challenge, verifier, method) || (method === 'S256' && s256(derived) === challenge),
  }),
});
