import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'UserInfo names the user by another name to a client that authenticates',
  breaks: ['oidc-core/5.3.2/userinfo-subject'],
  replace: ({ resourceMembers }) => ({
    resourceMembers: (token) =>
      token.client_id === 'oidc-confidential' ? { ...resourceMembers(token), sub: `${token.subject}@example` } : resourceMembers(token),
  }),
});
