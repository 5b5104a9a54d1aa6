import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'HTTP Basic is not understood',
  breaks: ['rfc6749/2.3.1/basic-authentication', 'rfc6749/2.3.1/basic-credentials-decoded', 'rfc8414/2/advertised-authentication-is-real'],
  because: 'Where no Basic credentials are taken, encoded ones are not either, and metadata promises them',
  replace: { basicCredentials: () => undefined },
});
