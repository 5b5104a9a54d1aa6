import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import OAuth2Server from '@node-oauth/oauth2-server';
import { formBody } from '../form-body.js';
import { memoryModel, type ModelOptions } from './model.js';

const code = { grants: ['authorization_code', 'refresh_token'], scopes: ['read', 'write'] };
const clients = [
  { ...code, id: 'public-client', redirectUris: ['http://127.0.0.1:9876/callback', 'http://127.0.0.1:9876/callback2'] },
  { ...code, id: 'other-public-client', redirectUris: ['http://127.0.0.1:9876/other'] },
  {
    ...code,
    id: 'confidential-client',
    secret: 'a-secret-of-the-example-and-of-nothing-else',
    redirectUris: ['https://client.example/confidential'],
  },
];

/** A public client has no secret to send with its refresh token. */
const requireClientAuthentication = { refresh_token: false };

type Answering = (request: OAuth2Server.Request, response: OAuth2Server.Response) => Promise<unknown>;

/** @node-oauth/oauth2-server with its defaults, on node:http; every user is signed in as alice and has consented. */
export function authorizationServer(options: ModelOptions): RequestListener {
  const server = new OAuth2Server({ model: memoryModel(clients, options), authorizationCodeLifetime: 60, requireClientAuthentication });
  const alice = { handle: () => ({ id: 'alice' }) };
  const routes: Readonly<Record<string, Answering>> = {
    '/authorize': (request, response) => server.authorize(request, response, { authenticateHandler: alice }),
    '/token': (request, response) => server.token(request, response),
    '/resource': (request, response) => server.authenticate(request, response),
  };

  return (message, answer) => {
    const url = new URL(message.url ?? '/', 'http://127.0.0.1');
    const route = routes[url.pathname];
    if (route === undefined) return void answer.writeHead(404).end();
    respond(route, url, message, answer).catch((error: unknown) => {
      console.error(error);
      answer.writeHead(500).end();
    });
  };
}

async function respond(route: Answering, url: URL, message: IncomingMessage, answer: ServerResponse): Promise<void> {
  const request = new OAuth2Server.Request({
    headers: message.headers as Record<string, string>,
    method: message.method ?? 'GET',
    query: { ...parse(url.search.slice(1)) } as Record<string, string>,
    body: await formBody(message),
  });
  const response = new OAuth2Server.Response({});
  try {
    await route(request, response);
  } catch (error) {
    if (!(error instanceof OAuth2Server.OAuthError)) throw error;
    refuse(response, error);
  }
  answer.writeHead(response.status ?? 200, { 'content-type': 'application/json', ...response.headers });
  answer.end(JSON.stringify(response.body));
}

/** Where the library has not said how to refuse, by redirect or by a body, the error is the answer: as its Express wrapper has it. */
function refuse(response: OAuth2Server.Response, error: OAuth2Server.OAuthError): void {
  if (response.status === 302) return;
  response.status = error.code;
  response.body = error instanceof OAuth2Server.UnauthorizedRequestError ? {} : { error: error.name, error_description: error.message };
}
