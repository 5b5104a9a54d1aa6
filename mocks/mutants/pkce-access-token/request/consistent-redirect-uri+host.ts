import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Only the host of the redirect URI is compared',
  breaks: ['pkce-access-token/request/consistent-redirect-uri'],
  replace: {
    redirectUriFault: (code, given) =>
      given === undefined || new URL(given).host === new URL(code.delivered_to).host ? undefined : 'redirect-uri-mismatch',
  },
});
