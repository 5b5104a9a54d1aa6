import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A client_secret is asked for and not compared',
  breaks: [
    'rfc6749/5.2/wrong-client-secret',
    'rfc6749/3.2.1/confidential-client-unauthenticated',
    'rfc9700/2.1.1/secret-and-verifier-both-needed',
    'rfc9126/2.1/push-unauthenticated-client',
    'rfc6749/6/refresh-client-unauthenticated',
    'oauth-2.1/7.5.2/invalid-replay-keeps-tokens',
  ],
  because: 'A client with a wrong password has not authenticated, at whatever endpoint',
  replace: { secretMatches: () => true },
});
