import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An empty client_id names a client without a name',
  breaks: ['rfc6749/3.2/empty-token-parameter'],
  replace: (correct) => ({ emptyIsAbsent: (name, at) => !(at === 'token' && name === 'client_id') && correct.emptyIsAbsent(name, at) }),
});
