import { mutant } from '../../../authorization-server/mutant.js';
import { clientFrom } from '../../../authorization-server/client.js';
import { presetClients } from '../../../authorization-server/presets.js';

export default mutant({
  fault: 'A push of a client that nobody registered is kept until somebody asks',
  breaks: ['rfc9126/2.1/push-unauthenticated-client', 'rfc6749/5.2/unknown-client', 'rfc6749/5.2/failed-basic-authentication'],
  because: 'The token endpoint learns of an unknown client by its code only',
  replace: {
    clientOfUnknownId: (client_id) =>
      client_id === undefined ? undefined : clientFrom({ ...presetClients.rfc9700[0], client_id }, 'rfc9700'),
  },
});
