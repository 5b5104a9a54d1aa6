import { mutant } from '../../../authorization-server/mutant.js';
import { presetClients } from '../../../authorization-server/presets.js';

const ofApps = Object.values(presetClients).flatMap((clients) =>
  clients.flatMap(({ application_type, redirect_uris }) => (application_type === 'native' ? redirect_uris : [])),
);

export default mutant({
  fault: 'A redirect URI is accepted if it is registered for an app, whichever client asks',
  breaks: ['rfc6749/3.1.2.3/registered-redirect-uri-exact'],
  replace: ({ redirectUriMatches }) => ({
    redirectUriMatches: (registered, given, client) => redirectUriMatches(registered, given, client) || ofApps.includes(given),
  }),
});
