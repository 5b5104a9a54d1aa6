import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ID Token is made for another client',
  breaks: ['pkce-access-token/response/id-token-for-openid'],
  replace: { idTokenClaims: (claims) => ({ ...claims, aud: 'somebody-else' }) },
});
