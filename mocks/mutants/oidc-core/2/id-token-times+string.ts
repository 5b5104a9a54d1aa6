import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The times of the ID Token are written as strings',
  breaks: ['oidc-core/2/id-token-times'],
  replace: { idTokenClaims: (claims) => ({ ...claims, iat: String(claims.iat), exp: String(claims.exp) }) },
});
