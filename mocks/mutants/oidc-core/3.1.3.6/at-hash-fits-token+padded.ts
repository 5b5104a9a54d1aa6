import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The at_hash is padded',
  breaks: ['oidc-core/3.1.3.6/at-hash-fits-token'],
  replace: { idTokenClaims: (claims) => ({ ...claims, at_hash: `${String(claims.at_hash)}==` }) },
});
