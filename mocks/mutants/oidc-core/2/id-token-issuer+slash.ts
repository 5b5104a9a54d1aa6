import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The issuer in the ID Token has a slash more',
  breaks: ['oidc-core/2/id-token-issuer', 'oidc-discovery/4.3/issuer-equals-token-iss', 'rfc9207/2.4/iss-equals-id-token-issuer'],
  because: 'The metadata and the iss parameter name the issuer without it',
  replace: { idTokenClaims: (claims) => ({ ...claims, iss: `${String(claims.iss)}/` }) },
});
