import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'UserInfo names the user otherwise than the ID Token',
  breaks: ['oidc-core/5.3.2/userinfo-subject'],
  replace: ({ resourceMembers }) => ({ resourceMembers: (token) => ({ ...resourceMembers(token), sub: `${token.subject}@example` }) }),
});
