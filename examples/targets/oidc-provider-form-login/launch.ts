// node --import ./support/register.mjs examples/targets/oidc-provider-form-login/launch.ts [--port N]
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import Provider from 'oidc-provider';
import { configuration } from '../oidc-provider/configuration.js';
import { interactions } from './interactions.js';

const { port } = parseArgs({ options: { port: { type: 'string', default: '0' } } }).values;
const server = createServer();

server.listen(Number(port), '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { loadExistingGrant: _, ...asking } = configuration() as Readonly<Record<string, unknown>>;
  const provider = new Provider(issuer, asking);
  const respond = provider.callback();
  const askUser = interactions(provider);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    if (!request.url?.startsWith('/interaction/')) return void respond(request, response);
    askUser(request, response).catch((error: unknown) => response.writeHead(400, { 'content-type': 'text/plain' }).end(String(error)));
  });
  console.log(`listening on ${issuer}`);
});

process.once('SIGTERM', () => {
  server.close();
  server.closeAllConnections();
});
