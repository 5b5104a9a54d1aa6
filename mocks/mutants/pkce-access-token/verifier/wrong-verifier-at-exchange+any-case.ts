import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The hash is compared in a collation that knows no case',
  breaks: ['pkce-access-token/verifier/wrong-verifier-at-exchange'],
  replace: ({ proves }) => ({
    proves: (derived, challenge, verifier, method) =>
      method === 'S256' ? derived.toLowerCase() === challenge.toLowerCase() : proves(derived, challenge, verifier, method),
  }),
});
