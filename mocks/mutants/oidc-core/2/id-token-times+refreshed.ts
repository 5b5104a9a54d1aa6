import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ID Token of a refresh is one that has expired',
  breaks: ['oidc-core/2/id-token-times'],
  replace: {
    idTokenClaims: (claims, { grantType }) => (grantType === 'refresh_token' ? { ...claims, exp: Number(claims.iat) - 1 } : claims),
  },
});
