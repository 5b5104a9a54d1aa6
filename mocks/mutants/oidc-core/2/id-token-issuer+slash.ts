import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The issuer in the ID Token has a slash more',
  breaks: ['oidc-core/2/id-token-issuer', 'oidc-discovery/4.3/issuer-equals-token-iss'],
  because: 'The metadata names the issuer without it.',
  replace: { idTokenClaims: (claims) => ({ ...claims, iss: `${String(claims.iss)}/` }) },
});
