import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A confidential client redeems a code by its name alone',
  breaks: ['rfc6749/3.2.1/confidential-client-unauthenticated'],
  replace: (correct) => ({
    mustAuthenticate: (client, request, verifierSent) =>
      request !== 'authorization_code' && correct.mustAuthenticate(client, request, verifierSent),
  }),
});
