import { mutant } from '../../../authorization-server/mutant.js';
import { hash } from 'node:crypto';

export default mutant({
  fault: 'The at_hash is written in hexadecimal',
  breaks: ['oidc-core/3.1.3.6/at-hash-fits-token'],
  replace: { idTokenClaims: (claims, { access_token }) => ({ ...claims, at_hash: hash('sha256', access_token, 'hex').slice(0, 32) }) },
});
