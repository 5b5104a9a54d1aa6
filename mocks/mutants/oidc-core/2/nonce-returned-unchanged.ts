import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The nonce does not come back',
  breaks: ['oidc-core/2/nonce-returned-unchanged'],
  replace: { idTokenClaims: (claims) => ({ ...claims, nonce: undefined }) },
});
