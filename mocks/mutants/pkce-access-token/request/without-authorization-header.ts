import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The exchange is refused unless it carries some Authorization header',
  breaks: ['pkce-access-token/request/without-authorization-header'],
  replace: { demandsAuthorizationHeader: () => true },
});
