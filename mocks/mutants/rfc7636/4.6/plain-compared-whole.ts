import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Under plain it is enough that the challenge begins with the verifier',
  breaks: ['rfc7636/4.6/plain-compared-whole', 'rfc7636/4.6/truncated-or-extended-verifier'],
  because: 'A truncated verifier is one of those that begin alike',
  replace: ({ proves }) => ({
    proves: (derived, challenge, verifier, method) =>
      method === 'plain' ? challenge.startsWith(derived) : proves(derived, challenge, verifier, method),
  }),
});
