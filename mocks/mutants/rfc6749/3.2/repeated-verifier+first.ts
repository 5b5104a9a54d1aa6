import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of several verifiers the first one counts',
  breaks: ['rfc6749/3.2/repeated-verifier'],
  replace: (correct) => ({
    repeatedParameter: (name, values, at) =>
      name === 'code_verifier' && new Set(values).size > 1 ? values[0] : correct.repeatedParameter(name, values, at),
  }),
});
