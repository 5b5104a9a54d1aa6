import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'Whoever shows a verifier need not authenticate',
  breaks: ['rfc9700/2.1.1/secret-and-verifier-both-needed'],
  replace: (correct) => ({
    mustAuthenticate: (client, request, verifierSent) => !verifierSent && correct.mustAuthenticate(client, request, verifierSent),
  }),
});
