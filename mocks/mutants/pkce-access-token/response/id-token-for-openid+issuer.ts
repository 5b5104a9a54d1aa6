import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ID Token names another issuer',
  breaks: ['pkce-access-token/response/id-token-for-openid'],
  replace: { idTokenClaims: (claims) => ({ ...claims, iss: 'https://elsewhere.example' }) },
});
