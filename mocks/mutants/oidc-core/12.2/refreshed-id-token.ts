import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refreshed ID Token is about another user',
  breaks: ['oidc-core/12.2/refreshed-id-token'],
  replace: { idTokenClaims: (claims, { grantType }) => (grantType === 'refresh_token' ? { ...claims, sub: 'somebody-else' } : claims) },
});
