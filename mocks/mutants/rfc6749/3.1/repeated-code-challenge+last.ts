import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of a repeated challenge or method the last counts',
  breaks: ['rfc6749/3.1/repeated-code-challenge', 'rfc6749/3.1/repeated-equal-challenge'],
  because: 'Who takes the last of two values takes the last of two equal ones',
  replace: ({ repeatedParameter }) => ({
    repeatedParameter: (name, values, at) =>
      at !== 'token' && name.startsWith('code_challenge') ? values.at(-1) : repeatedParameter(name, values, at),
  }),
});
