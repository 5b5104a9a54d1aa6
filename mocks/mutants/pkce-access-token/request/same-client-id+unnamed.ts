import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A request that names no client counts as one of the client of the code',
  breaks: ['pkce-access-token/request/same-client-id'],
  replace: { clientOfUnnamedRequest: (code) => code?.client_id },
});
