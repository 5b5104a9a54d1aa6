import { mutant } from '../../../authorization-server/mutant.js';

export default mutant({
  fault: 'The response shows the client as the server knows it, secret included',
  breaks: ['rfc6749/5.1/token-response-leaks-nothing'],
  replace: {
    tokenResponseMembers: (members, { client }) => ({ ...members, client: { id: client.client_id, secret: client.client_secret } }),
  },
});
