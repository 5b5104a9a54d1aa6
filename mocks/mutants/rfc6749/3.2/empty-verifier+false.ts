import { mutant } from '../../../authorization-server/mutant.js';

const falsy = ['', '0', 'null', 'undefined', 'false'];

export default mutant({
  fault: 'A verifier that is blank, or reads as nothing in some language, is taken for none to check',
  breaks: ['rfc6749/3.2/empty-verifier'],
  replace: ({ needsVerifier }) => ({
    needsVerifier: (facts) => (facts.code_verifier === undefined || !falsy.includes(facts.code_verifier.trim())) && needsVerifier(facts),
  }),
});
