import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mockAuthorizationServer } from '../../mocks/index.js';
import type { HttpRequest } from '../protocol/http.js';
import type { Answer, Failure } from '../wire/exchange.js';
import { directTransport } from '../wire/transport.js';
import type { Ask } from './ask.js';
import { registerClients, unregister, type RegistrationOptions } from './registration.js';

const endpoint = 'https://as.example.com/register';
const options: RegistrationOptions = { endpoint, profiles: ['rfc9700'] };

interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: HttpRequest['headers'];
  readonly wish: Record<string, unknown>;
}

/** A server that answers each wish as the rule says, and what it was asked. */
function server(rule: (wish: Record<string, unknown>, n: number) => Answer | Failure): {
  readonly ask: Ask;
  readonly asked: readonly Asked[];
} {
  const asked: Asked[] = [];
  return {
    asked,
    ask: ({ method, url, headers, body }) => {
      const text = new TextDecoder().decode(body);
      const wish = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
      asked.push({ method, url, headers, wish });
      return Promise.resolve(rule(wish, asked.length));
    },
  };
}

function answer(status: number, body: unknown, headers: Answer['headers'] = {}): Answer {
  return { kind: 'answer', status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

function registering(wish: Record<string, unknown>, n: number): Answer {
  const secret = wish.token_endpoint_auth_method === 'none' ? {} : { client_secret: `secret-${n}` };
  return answer(201, { ...wish, client_id: `client-${n}`, ...secret });
}

test('Two public clients and a confidential one are registered', async () => {
  const { ask, asked } = server(registering);
  const { clients, refused } = await registerClients({ ...options, initial_access_token: 'iat', scope: 'openid profile' }, ask);
  assert.deepEqual(refused, []);
  assert.deepEqual(
    clients.map(({ type, token_endpoint_auth_method, client_secret }) => [type, token_endpoint_auth_method, client_secret]),
    [
      ['public', 'none', undefined],
      ['public', 'none', undefined],
      ['confidential', 'client_secret_basic', 'secret-3'],
    ],
  );
  assert.deepEqual(clients[0]?.redirect_uris, ['http://127.0.0.1:9876/callback', 'http://127.0.0.1:9876/callback2']);
  assert.deepEqual([asked[0]?.method, asked[0]?.url, asked[0]?.headers.authorization], ['POST', endpoint, 'Bearer iat']);
  assert.deepEqual([asked[0]?.wish.grant_types, asked[0]?.wish.scope], [['authorization_code', 'refresh_token'], 'openid profile']);
});

test('A Challenge Code Token is asked for by confidential clients alone', async () => {
  const types = async (...profiles: string[]) =>
    (await registerClients({ endpoint, profiles }, server(registering).ask)).clients.map(({ type }) => type);
  assert.deepEqual(await types('challenge-code-token'), ['confidential', 'confidential']);
  assert.deepEqual(await types('rfc9700', 'challenge-code-token'), ['public', 'public', 'confidential', 'confidential']);
  assert.deepEqual(await types('pkce-access-token'), ['public', 'public', 'confidential']);
});

test('The wish follows what the metadata offers', async () => {
  const { ask, asked } = server(registering);
  await registerClients({ ...options, auth_methods: ['client_secret_post'], grant_types: ['authorization_code'] }, ask);
  assert.deepEqual([asked[2]?.wish.token_endpoint_auth_method, asked[2]?.wish.grant_types], ['client_secret_post', ['authorization_code']]);
});

test('The answer of the server wins over the wish', async () => {
  const { ask } = server((wish, n) =>
    answer(200, {
      client_id: `client-${n}`,
      client_secret: 'secret',
      token_endpoint_auth_method: 'client_secret_post',
      redirect_uris: ['http://127.0.0.1:9876/callback'],
      scope: 'openid',
      registration_client_uri: `https://as.example.com/register/${n}`,
      registration_access_token: 'rat',
    }),
  );
  const { clients } = await registerClients({ ...options, scope: 'openid profile' }, ask);
  assert.deepEqual(clients[0], {
    client_id: 'client-1',
    client_secret: 'secret',
    token_endpoint_auth_method: 'client_secret_post',
    method_declared: true,
    type: 'confidential',
    redirect_uris: ['http://127.0.0.1:9876/callback'],
    application_type: 'web',
    scope: 'openid',
    registration_client_uri: 'https://as.example.com/register/1',
    registration_access_token: 'rat',
  });
});

test('A server that takes http on loopback for native clients only gets native clients', async () => {
  const { ask } = server((wish, n) =>
    wish.application_type === 'native' ? registering(wish, n) : answer(400, { error: 'invalid_redirect_uri' }),
  );
  const { clients } = await registerClients(options, ask);
  assert.deepEqual(
    clients.map(({ application_type }) => application_type),
    ['native', 'native', 'native'],
  );
});

test('A server without refresh tokens is asked again without them', async () => {
  const { ask } = server((wish, n) =>
    (wish.grant_types as string[]).includes('refresh_token') ? answer(400, { error: 'invalid_client_metadata' }) : registering(wish, n),
  );
  assert.equal((await registerClients(options, ask)).clients.length, 3);
});

test('A server that refuses everything is asked a few times and no more', async () => {
  const { ask, asked } = server(() => answer(400, { error: 'invalid_redirect_uri' }));
  assert.equal((await registerClients(options, ask)).refused.length, 3);
  assert.equal(asked.length, 6);
});

test('A refusal is told in one printable line, without the token that was sent', async () => {
  const said = async (outcome: Answer | Failure) =>
    (await registerClients({ ...options, initial_access_token: 'top-secret-token' }, server(() => outcome).ask)).refused[0]?.text;
  assert.equal(
    await said(answer(403, { error: 'access_denied', error_description: 'token "top-secret-token"\r\nis worn' })),
    '403 "access_denied" "token \\"…\\"\uFFFD\uFFFDis worn"',
  );
  assert.equal(await said(answer(401, '')), '401 with an empty body');
  assert.equal(await said(answer(502, '<html>')), '502 with a body that is not JSON');
  assert.equal(await said(answer(302, '', { location: 'https://x.example/?t=top-secret-token' })), '302 to "https://x.example/?t=…"');
  assert.equal(await said(answer(400, {})), '400 without an error code');
  assert.equal(await said({ kind: 'failure', cause: 'timeout', message: 'after 10 s' }), 'no answer (timeout): "after 10 s"');
  assert.equal(await said(answer(201, {})), 'the answer holds no client_id of printable ASCII');
  assert.equal(await said(answer(201, { client_id: 'a\nb' })), 'the answer holds no client_id of printable ASCII');
  assert.match((await said(answer(201, { client_id: 'a', token_endpoint_auth_method: 'tls_client_auth' }))) ?? '', /"tls_client_auth"/);
});

test('A confidential client without a secret cannot be used', async () => {
  const { refused, clients } = await registerClients(options, server((wish, n) => answer(201, { ...wish, client_id: String(n) })).ask);
  assert.equal(clients.length, 2);
  assert.deepEqual(refused, [{ type: 'confidential', text: 'the answer holds no client_secret for client_secret_basic' }]);
});

test('A sender that throws is a refusal', async () => {
  const { refused } = await registerClients(options, () => Promise.reject(new Error('broken')));
  assert.deepEqual(
    refused.map(({ text }) => text),
    Array(3).fill('no answer (aborted): "broken"'),
  );
});

test('Where to delete a client is taken only from where a token may go', async () => {
  const uris = ['http://as.example.com/register/1', 'javascript:x', '/register/1', 'https://as.example.com/register/1'];
  const kept = await Promise.all(
    uris.map(async (uri) => {
      const { ask } = server((wish, n) =>
        answer(201, { ...wish, client_id: String(n), registration_client_uri: uri, registration_access_token: 'rat' }),
      );
      return (await registerClients(options, ask)).clients[0]?.registration_client_uri;
    }),
  );
  assert.deepEqual(kept, [undefined, undefined, undefined, uris[3]]);
});

test('Clients registered at the mock are deleted again', async () => {
  const issuer = 'https://as.example.com';
  const mock = mockAuthorizationServer({ issuer, initialAccessToken: 'iat' });
  const transport = directTransport(mock.respond);
  const ask: Ask = (request) => transport(request, { timeoutMs: 1_000 });
  const { clients, refused } = await registerClients({ ...options, endpoint: `${issuer}/register`, initial_access_token: 'iat' }, ask);
  assert.deepEqual([clients.length, refused], [3, []]);
  const deleted = await unregister(clients, ask);
  assert.deepEqual(
    deleted,
    clients.map(({ client_id }) => ({ client_id, deleted: true, text: '204' })),
  );
  const again = await unregister(clients.slice(0, 1), ask);
  assert.deepEqual([again[0]?.deleted, again[0]?.text], [false, '401']);
  const without = await unregister([{ ...clients[0]!, registration_client_uri: undefined } as never], ask);
  assert.equal(without[0]?.deleted, false);
  assert.equal((await registerClients({ ...options, endpoint: `${issuer}/register` }, ask)).refused.length, 3);
});
