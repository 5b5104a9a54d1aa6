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

test('a client in the file of clients is refused with its file, line and column', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pkce-conformance-'));
  const file = join(folder, 'clients.yaml');
  const refused = async (text: string): Promise<string> => {
    await writeFile(file, text);
    return (await refusal({ clients: file })).replace(`--clients ${file}`, 'file');
  };
  const first = '- { client_id: one }\n';
  const example =
    'Write for example:\n- { client_id: my-app, redirect_uris: [https://app.example/callback] }\nMore clients are further lines like it.';
  const places: readonly (readonly [string, string])[] = [
    [
      `${first}- { client_id: two, redirect_uris: "https://app.example/" }\n`,
      'file:2:36: clients[1].redirect_uris: expected is a list of redirect URIs.',
    ],
    [`${first}- client_id: two\n  redirect_uris:\n    - 5\n`, 'file:4:7: clients[1].redirect_uris[0]: expected is a redirect URI.'],
    [`${first}- { scope: read }\n`, 'file:2:3: clients[1].client_id: expected is a text.'],
    [`${first}${first}`, 'file:2:16: clients[1].client_id: expected is a client of its own.'],
    ['[\n  {"client_id": "a", "client_secret": 7}]', 'file:2:39: clients[0].client_secret: expected is a text.'],
    ['client_id: one\n', `file:1:1: clients: expected is a list of clients, each with a client_id, found is a mapping. ${example}`],
    ['', `file:1:1: clients: expected is a list of clients, each with a client_id, found is nothing. ${example}`],
  ];
  for (const [text, words] of places) assert.equal(await refused(text), words);
  assert.match(
    await refused('- client_id: one\n  redirect_uri: https://app.example/\n'),
    /^file:2:17: clients\[0\]\.redirect_uri: expected is one of client_id, /,
  );
  assert.match(await refused(`${first}- { client_id: "two\n`), /^file:3:1: is neither YAML nor JSON \(.+\)\.$/);
  assert.match(await refused('- &a [*a, *a]\n- *a\n'), /^file/);
  await rm(folder, { recursive: true });
  assert.match(await refusal({ clients: file }), /: cannot be read \(ENOENT\)\.$/);
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
