import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A public client is given tokens for any password',
  breaks: ['rfc6749/5.2/grant-type-not-enabled', 'rfc9700/2.4/password-grant'],
  because: 'The password grant is for no client',
  replace: (correct) => ({
    grantTypeNamed: (name) => (name === 'password' ? name : correct.grantTypeNamed(name)),
    grantAllowed: (client, grantType) =>
      grantType === 'password' ? client.token_endpoint_auth_method === 'none' : correct.grantAllowed(client, grantType),
  }),
});
