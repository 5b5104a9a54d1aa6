import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An empty verifier is taken for one that need not be checked',
  breaks: ['rfc6749/3.2/empty-verifier', 'rfc7636/4.6/plain-compared-whole', 'rfc7636/4.5/omitted-method-still-binds'],
  because: 'It is so whatever challenge the code is bound to',
  replace: (correct) => ({
    emptyIsAbsent: (name, at) => name !== 'code_verifier' && correct.emptyIsAbsent(name, at),
    needsVerifier: (facts) => facts.code_verifier !== '' && correct.needsVerifier(facts),
  }),
});
