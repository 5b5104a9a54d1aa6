import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The first twenty characters of a challenge are compared',
  breaks: ['rfc7636/4.6/challenge-compared-whole', 'rfc7636/4.6/challenge-spare-bits', 'rfc7636/4.6/case-sensitive-comparison'],
  because: 'The spare bits stand at the end, and a letter near the middle is not among the first twenty characters',
  replace: ({ proves }) => ({
    proves: (derived, challenge, verifier, method) =>
      method === 'S256' ? derived.slice(0, 20) === challenge.slice(0, 20) : proves(derived, challenge, verifier, method),
  }),
});
