import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ID Token is an opaque string',
  breaks: ['pkce-access-token/response/id-token-for-openid'],
  replace: { idTokenText: (_header, _claims, signature) => signature },
});
