import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The redirect URI that a client with a secret sends is not compared',
  breaks: ['rfc6749/4.1.3/mismatched-redirect-uri'],
  replace: ({ redirectUriFault }) => ({
    redirectUriFault: (code, given, client) =>
      given !== undefined && client?.client_secret !== undefined ? undefined : redirectUriFault(code, given, client),
  }),
});
