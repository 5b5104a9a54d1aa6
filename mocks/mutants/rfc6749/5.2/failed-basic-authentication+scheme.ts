import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Failed Basic authentication is answered with a Bearer challenge',
  breaks: ['rfc6749/5.2/failed-basic-authentication'],
  replace: { clientAuthenticationChallenge: (realm) => `Bearer realm="${realm}"` },
});
