import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mockAuthorizationServer } from '../../mocks/index.js';
import { Client } from '../actors/client.js';
import { UserAgent } from '../actors/user-agent.js';
import { completeTarget } from '../target/complete-target.js';
import { parseTarget } from '../target/parse.js';
import { Recorder } from '../wire/recorder.js';
import { directTransport } from '../wire/transport.js';
import { createWire } from '../wire/wire.js';
import { IssuedTokens } from './issued-tokens.js';

const issuer = 'https://as.example';
const parsed = parseTarget(
  `issuer: ${issuer}
endpoints: { authorization: ${issuer}/authorize, token: ${issuer}/token, protected_resource: ${issuer}/resource }
clients:
  - { client_id: rfc9700-public, redirect_uris: [https://client.example/callback] }
  - client_id: rfc9700-confidential
    client_secret: 'rfc9700: a secret + 100% made up / for tests'
    redirect_uris: [https://client.example/callback]
scope: read write`,
  { file: 'acme.yaml', environment: {} },
);
assert.ok('target' in parsed, JSON.stringify(parsed));
const target = completeTarget(parsed.target, {}, []);

/** Two clients with a grant each, at a mock that answers revocations as it does, or so. */
async function given(respond?: number): Promise<{ clients: readonly Client[]; tokens: readonly string[]; revoke: () => Promise<string> }> {
  const as = mockAuthorizationServer({ issuer });
  if (respond !== undefined) as.faults.add({ on: 'revocation', respond, times: 1_000_000 });
  const issued = new IssuedTokens();
  const transport = directTransport(as.respond);
  const recorder = new Recorder((exchange) => issued.take(exchange));
  const wire = createWire({ transport, clock: { now: () => as.clock.now() }, recorder, timeoutMs: 1_000 });
  const clients = target.clients.map((client) => new Client(client, target, `${issuer}/token`, wire, new UserAgent()));
  const tokens: string[] = [];
  for (const client of clients) {
    const { outcome } = await client.redeem(await client.obtainCode());
    assert.ok(outcome.kind === 'answer');
    tokens.push((JSON.parse(outcome.body) as { access_token: string }).access_token);
  }
  return {
    clients,
    tokens,
    revoke: () => issued.revoke(`${issuer}/revoke`, target, wire, (request) => transport(request, { timeoutMs: 1_000 })),
  };
}

test('What was issued is revoked, each grant by its own client, by the name in the form or in the header', async () => {
  const { clients, tokens, revoke } = await given();
  const open = async (): Promise<readonly unknown[]> =>
    Promise.all(tokens.map(async (token) => (await clients[0]?.useToken(token))?.outcome)).then((outcomes) =>
      outcomes.map((outcome) => (outcome?.kind === 'answer' ? outcome.status : outcome?.cause)),
    );
  assert.deepEqual(await open(), [200, 200]);
  assert.equal(await revoke(), '2 tokens of this run were revoked');
  assert.deepEqual(await open(), [401, 401]);
});

test('A server that will not take them back is asked no further', async () => {
  const { revoke } = await given(503);
  assert.equal(await revoke(), 'tokens of this run were not all revoked: the server answered 503');
});
