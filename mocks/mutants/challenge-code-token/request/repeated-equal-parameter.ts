import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A parameter that is repeated with one value is taken for one parameter',
  breaks: ['challenge-code-token/request/repeated-equal-parameter'],
  replace: { repeatedParameter: (_name, values) => (new Set(values).size === 1 ? values[0] : undefined) },
});
