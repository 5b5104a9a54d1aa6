import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A parameter said twice alike counts once',
  breaks: ['rfc6749/3.2/repeated-equal-parameter'],
  replace: (correct) => ({
    repeatedParameter: (name, values, at) =>
      at === 'token' && new Set(values).size === 1 ? values[0] : correct.repeatedParameter(name, values, at),
  }),
});
