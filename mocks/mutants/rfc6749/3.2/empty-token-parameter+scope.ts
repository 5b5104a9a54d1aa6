import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An empty scope is called malformed',
  breaks: ['rfc6749/3.2/empty-token-parameter'],
  replace: (correct) => ({ decode: (encoded, name) => (name === 'scope' && encoded === '' ? undefined : correct.decode(encoded, name)) }),
});
