import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An empty scope is called malformed',
  breaks: ['rfc6749/3.2/empty-token-parameter', 'rfc6749/3.1/empty-authorization-parameter'],
  because: 'The parameters of an authorization request are read alike',
  replace: (correct) => ({ decode: (encoded, name) => (name === 'scope' && encoded === '' ? undefined : correct.decode(encoded, name)) }),
});
