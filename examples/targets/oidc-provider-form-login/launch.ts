// node --import ./support/register.mjs examples/targets/oidc-provider-form-login/launch.ts [--port N]
import Provider from 'oidc-provider';
import { configuration } from '../oidc-provider/configuration.js';
import { serve } from '../serve.js';
import { interactions } from './interactions.js';

serve((issuer) => {
  // Without a grant of its own making the provider asks for consent.
  const { loadExistingGrant: _, ...asking } = configuration() as Readonly<Record<string, unknown>>;
  const provider = new Provider(issuer, asking);
  const respond = provider.callback();
  const askUser = interactions(provider);
  return (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void respond(request, response);
    askUser(request, response).catch((error: unknown) => response.writeHead(400, { 'content-type': 'text/plain' }).end(String(error)));
  };
});
