import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response names a type that nobody asked for',
  breaks: ['rfc6749/5.1/token-type-present', 'oidc-core/3.1.3.3/bearer-and-no-store'],
  because: 'OpenID Connect says the same of its responses',
  replace: { tokenTypeMember: 'mac' },
});
