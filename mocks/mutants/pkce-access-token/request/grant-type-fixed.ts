import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Whatever grant type is named, a code is redeemed',
  breaks: ['pkce-access-token/request/grant-type-fixed'],
  replace: { grantTypeNamed: () => 'authorization_code' },
});
