import { clientFrom } from '../../../authorization-server/client.js';
import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Whoever is not registered is served without a secret',
  breaks: ['challenge-code-token/request/known-client-id'],
  replace: {
    clientOfUnknownId: (client_id = 'anonymous') => clientFrom({ client_id, token_endpoint_auth_method: 'none' }, 'challenge-code-token'),
    mustAuthenticate: (client) => client.token_endpoint_auth_method !== 'none',
  },
});
