import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'A refresh asks for no secret',
  breaks: ['rfc6749/6/refresh-client-unauthenticated'],
  replace: ({ mustAuthenticate }) => ({
    mustAuthenticate: (client, request, verifierSent) => request !== 'refresh_token' && mustAuthenticate(client, request, verifierSent),
  }),
});
