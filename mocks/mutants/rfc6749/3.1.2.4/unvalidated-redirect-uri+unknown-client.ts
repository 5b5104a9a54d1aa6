import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'An error of a client that is not known is sent to the redirect URI of the request',
  breaks: ['rfc6749/3.1.2.4/unvalidated-redirect-uri'],
  replace: {
    refusesByRedirect: (situation, redirectUriIsRegistered) => redirectUriIsRegistered || situation === 'authorization-client-unknown',
  },
});
