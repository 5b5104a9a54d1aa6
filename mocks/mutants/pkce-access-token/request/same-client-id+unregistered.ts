import { mutant } from '../../../authorization-server/mutant.js';
import { clientFrom } from '../../../authorization-server/client.js';

export default mutant({
  fault: 'A client that nobody registered redeems whatever code it has',
  breaks: ['pkce-access-token/request/same-client-id'],
  replace: (correct) => ({
    clientOfUnknownId: (client_id) => (client_id === undefined ? undefined : clientFrom({ client_id }, 'pkce-access-token')),
    codeBelongsTo: (code, client_id, code_verifier) =>
      !client_id.startsWith('pkce-access-token') || correct.codeBelongsTo(code, client_id, code_verifier),
  }),
});
