import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A redirect URI that begins like the earlier one will do',
  breaks: ['pkce-access-token/request/consistent-redirect-uri'],
  replace: {
    redirectUriFault: (code, given) => (given === undefined || given.startsWith(code.delivered_to) ? undefined : 'redirect-uri-mismatch'),
  },
});
