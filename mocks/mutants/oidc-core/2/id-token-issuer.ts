import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ID Token names the host behind the proxy',
  breaks: ['oidc-core/2/id-token-issuer', 'oidc-discovery/4.3/issuer-equals-token-iss', 'rfc9207/2.4/iss-equals-id-token-issuer'],
  because: 'The metadata and the iss parameter name the issuer as it is seen from outside',
  replace: { idTokenClaims: (claims) => ({ ...claims, iss: 'https://as.internal.example' }) },
});
