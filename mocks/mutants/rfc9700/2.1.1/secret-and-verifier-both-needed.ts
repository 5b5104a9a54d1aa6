import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Whoever shows a verifier need not authenticate',
  breaks: ['rfc9700/2.1.1/secret-and-verifier-both-needed', 'rfc6749/3.2.1/confidential-client-unauthenticated'],
  because: 'Every token request for a code shows one',
  replace: (correct) => ({
    mustAuthenticate: (client, request, verifierSent) => !verifierSent && correct.mustAuthenticate(client, request, verifierSent),
  }),
});
