import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Challenges are compared in a collation that knows no case',
  breaks: ['rfc7636/4.6/case-sensitive-comparison'],
  replace: ({ proves }) => ({
    proves: (derived, challenge, verifier, method) =>
      method === 'S256' ? derived.toLowerCase() === challenge.toLowerCase() : proves(derived, challenge, verifier, method),
  }),
});
