import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code is redeemed for whoever brings it',
  breaks: ['pkce-access-token/request/same-client-id'],
  replace: { codeBelongsTo: () => true },
});
