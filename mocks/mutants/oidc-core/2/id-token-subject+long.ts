import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The subject is longer than 255 characters',
  breaks: ['oidc-core/2/id-token-subject', 'oidc-core/5.3.2/userinfo-subject'],
  because: 'UserInfo names the subject as it is',
  replace: { idTokenClaims: (claims) => ({ ...claims, sub: String(claims.sub).padEnd(300, '.') }) },
});
