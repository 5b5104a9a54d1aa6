import { mutant } from '../../../authorization-server/mutant.js';
import { clientFrom } from '../../../authorization-server/client.js';

export default mutant({
  fault: 'An empty client_id is any client',
  breaks: ['rfc6749/3.2/empty-token-parameter'],
  replace: (correct) => ({
    emptyIsAbsent: (name, at) => !(at === 'token' && name === 'client_id') && correct.emptyIsAbsent(name, at),
    clientOfUnknownId: (client_id) => (client_id === '' ? clientFrom({ client_id }, 'rfc9700') : undefined),
    codeBelongsTo: (code, client_id, code_verifier) => client_id === '' || correct.codeBelongsTo(code, client_id, code_verifier),
  }),
});
