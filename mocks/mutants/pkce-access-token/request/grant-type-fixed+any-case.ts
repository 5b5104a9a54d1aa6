import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The case of the grant type makes no difference',
  breaks: ['pkce-access-token/request/grant-type-fixed'],
  replace: (correct) => ({ grantTypeNamed: (name) => correct.grantTypeNamed(name.toLowerCase()) }),
});
