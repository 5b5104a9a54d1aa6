import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The first twenty characters of the hash are compared',
  breaks: ['pkce-access-token/verifier/wrong-verifier-at-exchange'],
  replace: ({ proves }) => ({
    proves: (derived, challenge, verifier, method) =>
      method === 'S256' ? derived.slice(0, 20) === challenge.slice(0, 20) : proves(derived, challenge, verifier, method),
  }),
});
