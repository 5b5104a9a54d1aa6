import { mutant } from '../../../authorization-server/mutant.js';
import { s256 } from '../../../authorization-server/policy/pkce.js';

export default mutant({
  fault: 'The hash of a verifier that a line feed was read with is accepted as well',
  breaks: ['rfc7636/4.6/near-s256-transform'],
  replace: ({ proves }) => ({
    proves: (derived, challenge, verifier, method) =>
      proves(derived, challenge, verifier, method) || (method === 'S256' && s256(`${verifier}\n`) === challenge),
  }),
});
