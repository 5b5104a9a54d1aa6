import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ID Token beside a code comes without the nonce',
  breaks: ['oidc-core/2/nonce-returned-unchanged'],
  replace: {
    idTokenClaims: (claims, { grantType }) => (grantType === 'front-channel' ? { ...claims, nonce: undefined } : claims),
  },
});
