import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A confidential client redeems a code by its name alone',
  breaks: ['rfc6749/3.2.1/confidential-client-unauthenticated', 'rfc9700/2.1.1/secret-and-verifier-both-needed'],
  because: 'The verifier is then proof enough',
  replace: (correct) => ({
    mustAuthenticate: (client, request, verifierSent) =>
      request !== 'authorization_code' && correct.mustAuthenticate(client, request, verifierSent),
  }),
});
