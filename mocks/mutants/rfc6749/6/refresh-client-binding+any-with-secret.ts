import { mutant } from '../../../authorization-server/mutant.js';
import { presetClients } from '../../../authorization-server/presets.js';

const withSecret = Object.values(presetClients).flatMap((clients) =>
  clients.flatMap(({ client_id, client_secret }) => (client_secret === undefined ? [] : [client_id])),
);

export default mutant({
  fault: 'A client that authenticates may use any refresh token',
  breaks: ['rfc6749/6/refresh-client-binding'],
  replace: ({ refreshTokenBelongsTo }) => ({
    refreshTokenBelongsTo: (token, client_id) => refreshTokenBelongsTo(token, client_id) || withSecret.includes(client_id),
  }),
});
