import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of several verifiers the last one counts',
  breaks: ['rfc6749/3.2/repeated-verifier', 'rfc6749/3.2/repeated-token-parameter', 'rfc6749/5.2/repetition-is-invalid-request'],
  because: 'The verifier is one of the parameters of a token request, and the wrong one of two is no repetition any more',
  replace: (correct) => ({
    repeatedParameter: (name, values, at) =>
      name === 'code_verifier' && new Set(values).size > 1 ? values.at(-1) : correct.repeatedParameter(name, values, at),
  }),
});
