import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The times of the ID Token are milliseconds',
  breaks: ['oidc-core/2/id-token-times'],
  replace: { idTokenClaims: (claims) => ({ ...claims, iat: Number(claims.iat) * 1000, exp: Number(claims.exp) * 1000 }) },
});
