import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The ID Token is an opaque string',
  breaks: ['oidc-core/3.1.3.3/id-token-with-openid'],
  replace: { idTokenText: (_header, _claims, signature) => signature },
});
