import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The subject is a number',
  breaks: ['oidc-core/2/id-token-subject', 'oidc-core/5.3.2/userinfo-subject'],
  because: 'UserInfo names the subject by a text',
  replace: { idTokenClaims: (claims) => ({ ...claims, sub: 1 }) },
});
