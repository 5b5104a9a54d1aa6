import { mutant } from '../../../authorization-server/mutant.js';

const falsy = ['', '0', 'null', 'undefined', 'false'];

export default mutant({
  fault: 'A verifier that is blank, or reads as nothing in some language, is taken for none to check',
  breaks: ['pkce-access-token/request/verifier-required'],
  replace: ({ needsVerifier }) => ({
    needsVerifier: (facts) => (facts.code_verifier === undefined || !falsy.includes(facts.code_verifier.trim())) && needsVerifier(facts),
  }),
});
