import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import axios from 'axios';
import { setupServer } from 'msw/node';
import { formOf, s256, verifier } from './drive.js';
import { mockAuthorizationServer, type MockAuthorizationServer } from './index.js';

interface Seen {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}
type Send = (method: string, url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<Seen>;

const issuer = 'https://as.example/tenant';
const made = (): MockAuthorizationServer => mockAuthorizationServer({ issuer, clock: 'manual' });

const worker = setupServer();
worker.listen({ onUnhandledFrame: 'bypass' });
after(() => worker.close());

const seenBy = async (response: Response): Promise<Seen> => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: await response.text(),
});

const adapters: Readonly<
  Record<string, (as: MockAuthorizationServer) => Promise<{ readonly send: Send; readonly end: () => Promise<void> | void }>>
> = {
  respond: async (as) => ({
    send: async (method, url, headers, body) => as.respond({ method, url, headers, body: Buffer.from(body) }),
    end: () => undefined,
  }),
  fetch: async (as) => ({
    send: async (method, url, headers, body) => seenBy(await as.fetch(url, { method, headers, ...(body === '' ? {} : { body }) })),
    end: () => undefined,
  }),
  msw: async (as) => {
    worker.resetHandlers(...as.handlers);
    return {
      send: async (method, url, headers, body) => {
        const response = await axios({
          method,
          url,
          headers,
          ...(body === '' ? {} : { data: body }),
          maxRedirects: 0,
          validateStatus: () => true,
          responseType: 'text',
          adapter: 'http',
        });
        return { status: response.status, headers: response.headers, body: String(response.data) };
      },
      end: () => undefined,
    };
  },
  listen: async (as) => {
    const listener = await as.listen();
    return {
      send: async (method, url, headers, body) =>
        seenBy(
          await fetch(url.replace('https://as.example', listener.url), {
            method,
            headers,
            redirect: 'manual',
            ...(body === '' ? {} : { body }),
          }),
        ),
      end: () => listener.close(),
    };
  },
};

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const query = formOf({
  response_type: 'code',
  client_id: 'rfc9700-public',
  redirect_uri: 'https://client.example/callback',
  state: 'é +',
  code_challenge: s256(verifier),
  code_challenge_method: 'S256',
});

/** What an adapter may not change: status, headers of ours, body; codes and tokens differ each time. */
async function walk(send: Send): Promise<unknown[]> {
  const seen: unknown[] = [];
  const ours = ['content-type', 'cache-control', 'pragma', 'allow', 'www-authenticate', 'location', 'access-control-allow-origin'];
  const look = async (method: string, path: string, headers: Readonly<Record<string, string>> = {}, body = ''): Promise<Seen> => {
    const answer = await send(method, path.startsWith('https:') ? path : `${issuer}${path}`, headers, body);
    const hidden = (text: string): string => text.replace(/[A-Za-z0-9_-]{43}/g, 'value');
    seen.push([answer.status, ours.map((name) => hidden(JSON.stringify(answer.headers[name] ?? ''))), hidden(answer.body)]);
    return answer;
  };
  const redirect = await look('GET', `/authorize?${query}`);
  const code = new URL(String(redirect.headers.location)).searchParams.get('code') ?? '';
  const body = formOf({
    grant_type: 'authorization_code',
    client_id: 'rfc9700-public',
    redirect_uri: 'https://client.example/callback',
    code,
    code_verifier: verifier,
  });
  const granted = await look('POST', '/token', { ...form, origin: 'https://app.example' }, body);
  await look('POST', '/token', form, body);
  await look('GET', '/resource', { authorization: `Bearer ${String((JSON.parse(granted.body) as Record<string, unknown>).access_token)}` });
  await look('GET', '/resource');
  await look('GET', '/token');
  await look('HEAD', '/token');
  await look('OPTIONS', '/token', { origin: 'https://app.example' });
  await look('POST', '/token', form, 'a=%FF');
  await look('POST', '/token', form, `a=${'a'.repeat(100_000)}`);
  await look('GET', '/nowhere');
  await look('GET', 'https://as.example/.well-known/oauth-authorization-server/tenant');
  await look('GET', '/.well-known/openid-configuration');
  await look('GET', '/jwks');
  return seen;
}

test('every adapter gives the answers of the core', async () => {
  const answers: Record<string, unknown[]> = {};
  for (const [name, connect] of Object.entries(adapters)) {
    const { send, end } = await connect(made());
    answers[name] = await walk(send);
    await end();
  }
  for (const name of ['fetch', 'msw', 'listen']) assert.deepEqual(answers[name], answers.respond, name);
});

test('a fault befalls as often as it was said, and a reset is no answer', async () => {
  for (const [name, connect] of Object.entries(adapters)) {
    const as = made();
    const { send, end } = await connect(as);
    const status = async (): Promise<number> => (await send('POST', `${issuer}/token`, form, 'a=b')).status;
    as.faults.add({ on: 'token', respond: 503, times: 2 });
    assert.deepEqual([await status(), await status(), await status()], [503, 503, 400], name);
    as.faults.add({ on: 'any', respond: 'reset' });
    if (name === 'respond') assert.equal(await status(), 0);
    else await assert.rejects(status, name);
    as.faults.add({ on: 'token', respond: async (_request, right) => ({ ...(await right()), status: 418 }) });
    assert.deepEqual([await status(), await status()], [418, 400], name);
    await end();
  }
});

test('a mock without an issuer takes the address it listens on, and lets go of every connection', async () => {
  const as = mockAuthorizationServer({ control: true, clock: 'manual' });
  const { url, port, close } = await as.listen();
  assert.equal(url, `http://127.0.0.1:${port}`);
  assert.equal(as.issuer, url);
  const metadata = (await (await fetch(`${url}/.well-known/oauth-authorization-server`)).json()) as Record<string, unknown>;
  assert.equal(metadata.issuer, url);
  const before = as.clock.now();
  const steer = async (path: string, body: Record<string, unknown>): Promise<number> =>
    (await fetch(`${url}/_mock${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }))
      .status;
  assert.equal(await steer('/clock/advance', { ms: 61_000 }), 200);
  assert.equal(as.clock.now() - before, 61_000);
  assert.equal(await steer('/clock/advance', { ms: -1 }), 400);
  assert.equal(await steer('/faults', { on: 'token' }), 400);
  assert.equal(await steer('/faults', { on: 'token', respond: 503 }), 201);
  assert.equal((await fetch(`${url}/token`, { method: 'POST' })).status, 503);
  assert.ok(as.exchanges.length > 0);
  assert.equal(await steer('/reset', {}), 200);
  assert.equal(as.exchanges.length, 1);
  await close();
  await assert.rejects(fetch(url));
  assert.equal((await mockAuthorizationServer().fetch('https://as.example/_mock/exchanges')).status, 404);
});
