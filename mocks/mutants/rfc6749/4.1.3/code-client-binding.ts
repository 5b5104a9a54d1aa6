import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A code is redeemed for whoever brings it',
  breaks: ['rfc6749/4.1.3/code-client-binding', 'rfc6749/4.1.3/right-verifier-wrong-client', 'oidc-core/3.1.3.2/token-request-validation'],
  because: 'The second is the same check, told of the verifier; OpenID Connect says the same of its codes',
  replace: { codeBelongsTo: () => true },
});
