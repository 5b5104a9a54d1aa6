import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of a repeated authorization parameter the first counts',
  breaks: ['rfc6749/3.1/repeated-authorization-parameter'],
  replace: ({ repeatedParameter }) => ({
    repeatedParameter: (name, values, at) =>
      at === 'authorization' && !name.startsWith('code_challenge') ? values[0] : repeatedParameter(name, values, at),
  }),
});
