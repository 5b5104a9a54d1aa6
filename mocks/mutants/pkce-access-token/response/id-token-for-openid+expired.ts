import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ID Token has expired when it is issued',
  breaks: ['pkce-access-token/response/id-token-for-openid'],
  replace: { idTokenLifetime: -1 },
});
