import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A push is taken from whoever names a client',
  breaks: ['rfc9126/2.1/push-unauthenticated-client'],
  replace: ({ mustAuthenticate }) => ({
    mustAuthenticate: (client, request, verifierSent) => request !== 'push' && mustAuthenticate(client, request, verifierSent),
  }),
});
