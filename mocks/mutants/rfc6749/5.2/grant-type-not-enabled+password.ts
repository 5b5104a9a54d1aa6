import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A public client is given tokens for any password',
  breaks: ['rfc6749/5.2/grant-type-not-enabled'],
  replace: (correct) => ({
    grantTypeNamed: (name) => (name === 'password' ? name : correct.grantTypeNamed(name)),
    grantAllowed: (client, grantType) => grantType === 'password' || correct.grantAllowed(client, grantType),
  }),
});
