// node --import ./support/register.mjs examples/targets/oidc-provider/launch.ts [--port N]
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import Provider from 'oidc-provider';
import { configuration, RESOURCE_OWNER } from './configuration.js';

const { port } = parseArgs({ options: { port: { type: 'string', default: '0' } } }).values;
const server = createServer();

server.listen(Number(port), '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, configuration());
  const respond = provider.callback();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/interaction/')) return void respond(request, response);
    signIn(provider, request, response).catch((error: unknown) =>
      response.writeHead(400, { 'content-type': 'text/plain' }).end(String(error)),
    );
  });
  console.log(`listening on ${issuer}`);
});

process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
});

/** The login page, were there a person to read it: it ends at once as the resource owner's. */
async function signIn(provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> {
  await provider.interactionDetails(request, response);
  await provider.interactionFinished(request, response, { login: { accountId: RESOURCE_OWNER } });
}
