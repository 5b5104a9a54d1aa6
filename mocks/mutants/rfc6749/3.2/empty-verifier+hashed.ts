import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An empty verifier is hashed and compared like any other',
  breaks: ['rfc6749/3.2/empty-verifier'],
  replace: (correct) => ({
    emptyIsAbsent: (name, at) => name !== 'code_verifier' && correct.emptyIsAbsent(name, at),
    verifierWellFormed: (verifier) => verifier === '' || correct.verifierWellFormed(verifier),
  }),
});
