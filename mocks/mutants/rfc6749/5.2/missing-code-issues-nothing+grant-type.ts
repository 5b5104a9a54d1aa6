import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A request without a grant type redeems a code',
  breaks: ['rfc6749/5.2/missing-code-issues-nothing'],
  replace: { grantTypeWhenMissing: 'authorization_code' },
});
