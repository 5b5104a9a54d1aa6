import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import type Provider from 'oidc-provider';
import { account } from '../oidc-provider-form-login/interactions.js';

const page = readFileSync(new URL('login.html', import.meta.url));

/** A login page that is empty until its script has drawn it, and that sends what is typed as JSON. */
export function scriptedLogin(provider: Provider): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    await provider.interactionDetails(request, response);
    if (request.method === 'GET') {
      response
        .writeHead(200, {
          'content-type': 'text/html; charset=utf-8',
          'cache-control': 'no-store',
          'content-security-policy': "default-src 'self'; script-src 'unsafe-inline'; frame-ancestors 'none'",
        })
        .end(page);
      return;
    }
    const typed = request.headers['content-type'] === 'application/json' ? await json(request) : {};
    if (!isAccount(typed)) {
      response.writeHead(403, { 'content-type': 'application/json' }).end('{"error":"wrong"}');
      return;
    }
    const location = await provider.interactionResult(request, response, { login: { accountId: account.login } });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ location }));
  };
}

function isAccount(typed: unknown): boolean {
  const { login, password } = (typed ?? {}) as { readonly login?: unknown; readonly password?: unknown };
  return login === account.login && password === account.password;
}
