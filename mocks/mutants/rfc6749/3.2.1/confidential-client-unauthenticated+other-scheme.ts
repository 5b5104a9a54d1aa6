import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A client that sends a header of another scheme than Basic is taken for authenticated',
  breaks: ['rfc6749/3.2.1/confidential-client-unauthenticated'],
  replace: { otherSchemeProves: () => true },
});
