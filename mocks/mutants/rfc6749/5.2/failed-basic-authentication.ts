import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Failed Basic authentication is answered without a challenge',
  breaks: ['rfc6749/5.2/failed-basic-authentication', 'rfc6749/5.2/broken-authorization-header'],
  because: 'A header that cannot be read is answered without a challenge too',
  replace: { clientAuthenticationChallenge: () => undefined },
});
