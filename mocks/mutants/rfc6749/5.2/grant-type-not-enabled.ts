import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A public client is given tokens of its own',
  breaks: ['rfc6749/5.2/grant-type-not-enabled'],
  replace: (correct) => ({
    grantTypeNamed: (name) => (name === 'client_credentials' ? name : correct.grantTypeNamed(name)),
    grantAllowed: (client, grantType) => grantType === 'client_credentials' || correct.grantAllowed(client, grantType),
  }),
});
