import { mutant } from '../../../authorization-server/mutant.js';

const falsy = ['', '0', 'null'];

export default mutant({
  fault: 'A verifier that is blank, or reads as nothing in some language, is not held against the challenge',
  breaks: ['challenge-code-token/proof/wrong-verifier'],
  replace: ({ proves, verifierWellFormed }) => ({
    verifierWellFormed: (verifier) => falsy.includes(verifier.trim()) || verifierWellFormed(verifier),
    proves: (derived, challenge, verifier, method) => falsy.includes(verifier.trim()) || proves(derived, challenge, verifier, method),
  }),
});
