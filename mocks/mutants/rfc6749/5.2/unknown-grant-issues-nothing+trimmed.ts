import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Spaces around the grant type make no difference',
  breaks: ['rfc6749/5.2/unknown-grant-issues-nothing'],
  replace: (correct) => ({ grantTypeNamed: (name) => correct.grantTypeNamed(name.trim()) }),
});
