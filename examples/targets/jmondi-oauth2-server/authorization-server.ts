import { randomBytes } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { AuthorizationServer, DateInterval, type OAuthClient, type ResponseInterface } from '@jmondi/oauth2-server';
import { handleVanillaError, requestFromVanilla, responseToVanilla } from '@jmondi/oauth2-server/vanilla';
import { ALICE, memoryRepositories } from './repositories.js';

const code: Pick<OAuthClient, 'allowedGrants' | 'scopes'> = { allowedGrants: ['authorization_code', 'refresh_token'], scopes: [] };
const clients: readonly OAuthClient[] = [
  {
    ...code,
    id: 'public-client',
    name: 'public',
    redirectUris: ['http://127.0.0.1:9876/callback', 'http://127.0.0.1:9876/callback2'],
  },
  { ...code, id: 'other-public-client', name: 'other', redirectUris: ['http://127.0.0.1:9876/other'] },
  {
    ...code,
    id: 'confidential-client',
    name: 'confidential',
    secret: 'a-secret-of-the-example-and-of-nothing-else',
    redirectUris: ['https://client.example/confidential'],
  },
];

const FORTNIGHT_MS = 14 * 86_400_000;

/** @jmondi/oauth2-server with its defaults and its own adapter for fetch, on node:http; every user is alice and has approved. */
export function authorizationServer(issuer: string): RequestListener {
  const { clients: known, codes, scopes, tokens, users } = memoryRepositories(clients, FORTNIGHT_MS);
  const server = new AuthorizationServer(known, tokens, scopes, randomBytes(32).toString('hex'), { issuer });
  server.enableGrantTypes(
    [{ grant: 'authorization_code', authCodeRepository: codes, userRepository: users }, new DateInterval('1h')],
    ['refresh_token', new DateInterval('1h')],
  );

  const authorize = async (request: Request): Promise<ResponseInterface> => {
    const asked = await server.validateAuthorizationRequest(await requestFromVanilla(request));
    asked.user = ALICE;
    asked.isAuthorizationApproved = true;
    return server.completeAuthorizationRequest(asked);
  };
  const redeem = async (request: Request): Promise<ResponseInterface> =>
    server.respondToAccessTokenRequest(await requestFromVanilla(request));
  const routes: Readonly<Record<string, (request: Request) => Promise<ResponseInterface>>> = {
    'GET /authorize': authorize,
    'POST /token': redeem,
  };

  return (message, answer) => {
    const { pathname } = new URL(message.url ?? '/', issuer);
    const route = routes[`${message.method} ${pathname}`];
    if (route === undefined) return void answer.writeHead(404).end();
    respond(route, issuer, message, answer).catch((error: unknown) => {
      console.error(error);
      answer.writeHead(500).end();
    });
  };
}

async function respond(
  route: (request: Request) => Promise<ResponseInterface>,
  issuer: string,
  message: IncomingMessage,
  answer: ServerResponse,
): Promise<void> {
  const request = new Request(new URL(message.url ?? '/', issuer), {
    method: message.method ?? 'GET',
    headers: Object.entries(message.headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    ),
    ...(message.method === 'POST' ? { body: await buffer(message) } : {}),
  });
  const response = responseToVanilla(await route(request).catch((error: unknown) => handleVanillaError(error)));
  answer.writeHead(response.status, [...response.headers].flat()).end(await response.text());
}
