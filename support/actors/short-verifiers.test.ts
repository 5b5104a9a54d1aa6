import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mockAuthorizationServer } from '../../mocks/index.js';
import { lawfulServers } from '../../mocks/lawful/lawful-servers.js';
import { embeddedStages } from '../cli/embedded.js';
import { Inconclusive } from '../wire/inconclusive.js';
import { Recorder } from '../wire/recorder.js';
import { directTransport } from '../wire/transport.js';
import { createWire } from '../wire/wire.js';
import { Client } from './client.js';
import { UserAgent } from './user-agent.js';

/** A client of a server that gives each challenge one code, and draws of these verifiers, the last of them for ever. */
async function before(...drawn: readonly string[]): Promise<{ client: Client; draw: () => string; left: string[] }> {
  const { stages, close } = await embeddedStages(['rfc7636'], { by: 'direct', timeout: 5 });
  await close();
  const [stage] = stages;
  const [registration] = stage?.target.clients ?? [];
  const habit = lawfulServers['refuses-constant-challenges'];
  assert.ok(stage && registration && habit);
  const { target, tokenEndpoint } = stage;
  const as = mockAuthorizationServer({
    issuer: target.issuer ?? '',
    profile: 'rfc7636',
    mutants: [habit.asMutant],
  });
  const wire = createWire({ transport: directTransport(as.respond), clock: as.clock, recorder: new Recorder(), timeoutMs: 1000 });
  const left = [...drawn];
  return {
    client: new Client(registration, target, tokenEndpoint, wire, new UserAgent()),
    draw: () => (left.length > 1 ? left.shift() : left[0]) ?? '',
    left,
  };
}

test('a short verifier whose challenge gets no code is drawn anew', async () => {
  const { client, draw } = await before('a', 'a', 'a', 'b');
  assert.equal((await client.obtainCodeFor(draw)).verifier, 'a');
  assert.equal((await client.obtainCodeFor(draw)).verifier, 'b');
});

test('a server that gives no short verifier a code is told so in the end', async () => {
  const { client, draw } = await before('a');
  await client.obtainCodeFor(draw);
  await assert.rejects(client.obtainCodeFor(draw), Inconclusive);
});

test('a verifier that nobody has sent before is not drawn anew', async () => {
  const { client, draw, left } = await before('abcdef', 'abcdef', 'ghijkl');
  await client.obtainCodeFor(draw);
  await assert.rejects(client.obtainCodeFor(draw), Inconclusive);
  assert.deepEqual(left, ['ghijkl']);
});
