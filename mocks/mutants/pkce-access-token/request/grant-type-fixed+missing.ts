import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A request without a grant type redeems a code',
  breaks: ['pkce-access-token/request/grant-type-fixed'],
  replace: { grantTypeWhenMissing: 'authorization_code' },
});
