// node --import ./support/register.mjs examples/targets/oidc-provider-browser-login/launch.ts [--port N]
import Provider from 'oidc-provider';
import { configuration } from '../oidc-provider/configuration.js';
import { serve } from '../serve.js';
import { scriptedLogin } from './scripted-login.js';

serve((issuer) => {
  const provider = new Provider(issuer, configuration());
  const respond = provider.callback();
  const signIn = scriptedLogin(provider);
  return (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void respond(request, response);
    signIn(request, response).catch((error: unknown) => response.writeHead(400, { 'content-type': 'text/plain' }).end(String(error)));
  };
});
