import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { mock } from './mock.js';
import type { MockOptions } from './options.js';
import { UsageError } from './usage-error.js';

async function refusal(options: Partial<MockOptions>): Promise<string> {
  const failure = await mock({ port: 0, host: '127.0.0.1', clock: 'real', store: 'memory', control: false, ...options }).catch(
    (error: unknown) => error,
  );
  assert.ok(failure instanceof UsageError, String(failure));
  assert.equal(failure.exitCode, 2);
  return failure.message;
}

test('an option that the mock cannot mean is a usage error that says what is expected', async () => {
  assert.equal(await refusal({ issuer: 'foo' }), '--issuer foo: expected is an http or https URL, such as https://as.example.');
  assert.match(await refusal({ issuer: 'https://as.example?a' }), /^--issuer https:\/\/as\.example\?a: .*without query or fragment/);
  assert.equal(await refusal({ clock: 'wall' }), '--clock wall: real or manual.');
  assert.match(await refusal({ profile: ['rfc9701'] }), /^--profile rfc9701: there is no such profile\. The nearest is rfc9700\./);
  assert.match(await refusal({ mutant: ['rfc7636/4.6/mismatched-verifer'] }), /^--mutant .*rfc7636\/4\.6\/mismatched-verifier/);
  assert.match(await refusal({ store: 'file' }), /^--store: A store is redis:\/\//);
});

test('a client in the file of clients is refused with its file and its place', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pkce-conformance-'));
  const file = join(folder, 'clients.yaml');
  await writeFile(file, '- { client_id: one }\n- { client_id: two, redirect_uris: "https://app.example/" }\n');
  assert.equal(await refusal({ clients: file }), `--clients ${file}: clients[1].redirect_uris: expected is a list of redirect URIs.`);
  await writeFile(file, 'client_id: one\n');
  assert.match(await refusal({ clients: file }), /clients: expected is a list of clients, each with a client_id\.$/);
  await rm(folder, { recursive: true });
});

test('a port that is taken, an address that is not ours and a store that is not there are told apart', async () => {
  const taken = createServer();
  await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening));
  const { port } = taken.address() as AddressInfo;
  assert.match(await refusal({ port }), new RegExp(`^--port ${port}: somebody listens there already`));
  taken.close();
  assert.match(await refusal({ host: '192.0.2.1' }), /^--host 192\.0\.2\.1: cannot listen there/);
  assert.match(await refusal({ store: `redis://127.0.0.1:${port}` }), /^--store: No Redis answers at 127\.0\.0\.1:\d+: .*\nStart it/);
});
