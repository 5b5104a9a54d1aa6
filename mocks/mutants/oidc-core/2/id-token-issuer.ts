import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ID Token names the host behind the proxy',
  breaks: ['oidc-core/2/id-token-issuer', 'oidc-discovery/4.3/issuer-equals-token-iss'],
  because: 'The metadata names the issuer as it is seen from outside.',
  replace: { idTokenClaims: (claims) => ({ ...claims, iss: 'https://as.internal.example' }) },
});
