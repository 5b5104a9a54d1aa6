import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ID Token names another authorised party',
  breaks: ['oidc-core/2/id-token-audience'],
  replace: { idTokenClaims: (claims) => ({ ...claims, azp: 'somebody-else' }) },
});
