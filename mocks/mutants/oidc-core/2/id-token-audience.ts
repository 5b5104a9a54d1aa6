import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ID Token is made for another client',
  breaks: ['oidc-core/2/id-token-audience'],
  replace: { idTokenClaims: (claims) => ({ ...claims, aud: 'somebody-else' }) },
});
