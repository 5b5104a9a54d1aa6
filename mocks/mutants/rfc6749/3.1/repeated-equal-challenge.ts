import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Equal values of a repeated challenge or method count as one',
  breaks: ['rfc6749/3.1/repeated-equal-challenge'],
  replace: ({ repeatedParameter }) => ({
    repeatedParameter: (name, values, at) =>
      at !== 'token' && name.startsWith('code_challenge') && new Set(values).size === 1 ? values[0] : repeatedParameter(name, values, at),
  }),
});
