import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of a challenge or method that is pushed twice the last counts',
  breaks: ['rfc6749/3.1/repeated-code-challenge'],
  replace: ({ repeatedParameter }) => ({
    repeatedParameter: (name, values, at) =>
      at === 'push' && name.startsWith('code_challenge') ? values.at(-1) : repeatedParameter(name, values, at),
  }),
});
