import { mutant } from '../../../authorization-server/mutant.js';
import { presetClients } from '../../../authorization-server/presets.js';

export default mutant({
  fault: 'Any secret that some client has will do',
  breaks: ['rfc6749/5.2/wrong-client-secret'],
  replace: (correct) => ({
    secretMatches: (registered, given, client) => correct.secretMatches(registered, given, client) || secrets.has(given),
  }),
});

const secrets: ReadonlySet<string | undefined> = new Set(
  Object.values(presetClients).flatMap((clients) => clients.map((client) => client.client_secret)),
);
