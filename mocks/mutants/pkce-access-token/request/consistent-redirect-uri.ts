import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The redirect URI of the token request is not compared',
  breaks: ['pkce-access-token/request/consistent-redirect-uri'],
  replace: { redirectUriFault: () => undefined },
});
