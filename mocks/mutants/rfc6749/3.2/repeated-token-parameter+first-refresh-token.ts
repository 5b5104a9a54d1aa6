import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of two refresh tokens the first one counts',
  breaks: ['rfc6749/3.2/repeated-token-parameter'],
  replace: ({ repeatedParameter }) => ({
    repeatedParameter: (name, values, at) => (name === 'refresh_token' ? values[0] : repeatedParameter(name, values, at)),
  }),
});
