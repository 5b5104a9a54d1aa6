import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An empty state is called malformed',
  breaks: ['rfc6749/3.1/empty-authorization-parameter'],
  replace: (correct) => ({ decode: (encoded, name) => (name === 'state' && encoded === '' ? undefined : correct.decode(encoded, name)) }),
});
