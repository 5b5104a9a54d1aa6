import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response does not say of what type the token is',
  breaks: ['pkce-access-token/response/documented-members'],
  replace: { tokenTypeMember: undefined },
});
