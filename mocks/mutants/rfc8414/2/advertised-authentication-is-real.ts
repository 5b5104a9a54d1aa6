import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The secret in the body is advertised and not read',
  breaks: ['rfc8414/2/advertised-authentication-is-real', 'rfc6749/2.3/two-authentication-methods', 'oauth-2.1/2.4.1/secret-in-body'],
  because: 'A secret that is not read is no second method',
  replace: { secretCarriers: ['basic', 'assertion'] },
});
