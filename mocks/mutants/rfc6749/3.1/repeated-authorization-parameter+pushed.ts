import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Of a redirect_uri that is pushed twice the first counts',
  breaks: ['rfc6749/3.1/repeated-authorization-parameter'],
  replace: ({ repeatedParameter }) => ({
    repeatedParameter: (name, values, at) => (at === 'push' && name === 'redirect_uri' ? values[0] : repeatedParameter(name, values, at)),
  }),
});
