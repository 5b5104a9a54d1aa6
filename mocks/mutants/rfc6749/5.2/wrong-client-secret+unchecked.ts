import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A client_secret is asked for and not compared',
  breaks: ['rfc6749/5.2/wrong-client-secret', 'rfc6749/3.2.1/confidential-client-unauthenticated'],
  because: 'A client with a wrong password has not authenticated',
  replace: { secretMatches: () => true },
});
