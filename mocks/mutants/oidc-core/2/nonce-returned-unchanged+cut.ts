import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A nonce is kept in a column of 64 characters',
  breaks: ['oidc-core/2/nonce-returned-unchanged'],
  replace: {
    idTokenClaims: (claims) => (typeof claims.nonce === 'string' ? { ...claims, nonce: claims.nonce.slice(0, 64) } : claims),
  },
});
