import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Whatever unknown grant type is named, a code is redeemed',
  breaks: ['rfc6749/5.2/unknown-grant-issues-nothing'],
  replace: (correct) => ({ grantTypeNamed: (name) => correct.grantTypeNamed(name) ?? 'authorization_code' }),
});
