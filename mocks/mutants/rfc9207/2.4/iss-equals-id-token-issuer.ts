import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ID Token beside a code names the host behind the proxy',
  breaks: ['rfc9207/2.4/iss-equals-id-token-issuer'],
  replace: {
    idTokenClaims: (claims, { grantType }) => (grantType === 'front-channel' ? { ...claims, iss: 'https://as.internal.example' } : claims),
  },
});
