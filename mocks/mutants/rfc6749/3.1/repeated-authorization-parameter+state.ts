import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A repeated state is let pass',
  breaks: ['rfc6749/3.1/repeated-authorization-parameter'],
  replace: ({ repeatedParameter }) => ({
    repeatedParameter: (name, values, at) => (name === 'state' ? values[0] : repeatedParameter(name, values, at)),
  }),
});
