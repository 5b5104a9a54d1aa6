import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The nonce comes back as it would stand in a page',
  breaks: ['oidc-core/2/nonce-returned-unchanged'],
  replace: {
    idTokenClaims: (claims) => (typeof claims.nonce === 'string' ? { ...claims, nonce: claims.nonce.replaceAll('&', '&amp;') } : claims),
  },
});
