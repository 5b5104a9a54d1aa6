import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The redirect URI is compared without regard to case',
  breaks: ['pkce-access-token/request/consistent-redirect-uri'],
  replace: {
    redirectUriFault: (code, given) =>
      given === undefined || given.toLowerCase() === code.delivered_to.toLowerCase() ? undefined : 'redirect-uri-mismatch',
  },
});
