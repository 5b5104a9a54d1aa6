import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of two refresh tokens the last one counts',
  breaks: ['rfc6749/3.2/repeated-token-parameter'],
  replace: ({ repeatedParameter }) => ({
    repeatedParameter: (name, values, at) => (name === 'refresh_token' ? values.at(-1) : repeatedParameter(name, values, at)),
  }),
});
