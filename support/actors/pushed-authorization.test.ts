import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RegisteredClient, Target } from '../target/target.js';
import { requestOf, type RequestDraft } from '../wire/draft.js';
import type { Answer, Exchange } from '../wire/exchange.js';
import { Inconclusive } from '../wire/inconclusive.js';
import type { Wire } from '../wire/wire.js';
import { Client } from './client.js';
import { UserAgent } from './user-agent.js';

const redirectUri = 'https://client.example/callback';
const registration: RegisteredClient = {
  client_id: 'app',
  token_endpoint_auth_method: 'none',
  method_declared: true,
  type: 'public',
  redirect_uris: [redirectUri],
  application_type: 'web',
  require_pushed_authorization_requests: true,
};
const target = {
  endpoints: { authorization: 'https://as.example/authorize', pushed_authorization_request: 'https://as.example/par' },
  scope: 'openid',
  authorization_parameters: { audience: 'api' },
} as unknown as Target;
const answer = (status: number, body: object = {}, location?: string): Answer => ({
  kind: 'answer',
  status,
  headers: location === undefined ? {} : { location },
  body: JSON.stringify(body),
});

/** A client whose requests are answered in this order, and what it sent. */
function clientAnswered(
  answers: readonly Exchange['outcome'][],
  own: RegisteredClient = registration,
): { client: Client; sent: RequestDraft[] } {
  const sent: RequestDraft[] = [];
  const send = (draft: RequestDraft): Promise<Exchange> => {
    const outcome = answers[sent.length] ?? answer(500);
    sent.push(draft);
    return Promise.resolve({ n: sent.length, sentAt: 0, answeredAt: 0, ms: 0, request: requestOf(draft), outcome });
  };
  return { client: new Client(own, target, 'https://as.example/token', { send } as unknown as Wire, new UserAgent()), sent };
}
const pushed = answer(201, { request_uri: 'urn:r', expires_in: 60 });
const code = answer(303, {}, `${redirectUri}?code=abc&state=x`);

test('a client that has to push sends the request by the back channel and the reference by the front', async () => {
  const { client, sent } = clientAnswered([pushed, code]);
  const result = await client.authorize();
  assert.equal(result.kind, 'code');
  const [push, front] = sent;
  assert.equal(push?.method, 'POST');
  const names = push.form?.map(([name]) => name) ?? [];
  for (const name of ['response_type', 'client_id', 'redirect_uri', 'scope', 'state', 'nonce', 'code_challenge', 'audience'])
    assert.ok(names.includes(name), name);
  assert.deepEqual(front?.query, [
    ['client_id', 'app'],
    ['request_uri', 'urn:r'],
  ]);
  assert.ok(result.sent.some(([name]) => name === 'code_challenge'));
});

test('any other client, and one that is told to, goes by the front channel alone', async () => {
  const free = clientAnswered([code], { ...registration, require_pushed_authorization_requests: false });
  await free.client.authorize();
  const told = clientAnswered([code]);
  await told.client.authorizeDirectly();
  for (const { sent } of [free, told])
    assert.deepEqual(
      sent.map(({ method }) => method),
      ['GET'],
    );
});

test('a push that is refused refuses the authorization; one that is not answered decides nothing', async () => {
  const { client } = clientAnswered([answer(400, { error: 'invalid_request' })]);
  const result = await client.authorize();
  assert.ok(result.kind === 'refused' && result.landing.kind === 'push' && result.error === 'invalid_request');
  for (const outcome of [answer(429), answer(503), { kind: 'failure', cause: 'timeout', message: 'late' } as const])
    await assert.rejects(clientAnswered([outcome]).client.authorize(), Inconclusive);
});
