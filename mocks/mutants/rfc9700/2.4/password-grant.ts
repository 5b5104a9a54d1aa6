import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The password grant was kept for the applications of the house',
  breaks: ['rfc9700/2.4/password-grant'],
  replace: ({ grantTypeNamed, grantAllowed }) => ({
    grantTypeNamed: (name) => (name === 'password' ? 'password' : grantTypeNamed(name)),
    grantAllowed: (client, grantType) =>
      grantType === 'password' ? client.token_endpoint_auth_method !== 'none' : grantAllowed(client, grantType),
  }),
});
