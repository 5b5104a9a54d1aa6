import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refreshed ID Token has one audience more',
  breaks: ['oidc-core/12.2/refreshed-id-token'],
  replace: {
    idTokenClaims: (claims, { grantType }) => (grantType === 'refresh_token' ? { ...claims, aud: [claims.aud, 'somebody-else'] } : claims),
  },
});
