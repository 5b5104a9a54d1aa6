import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { packageRoot } from '../package-root.js';

test('an interrupted run says how far it came, writes no report and exits with 3', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pkce-conformance-'));
  const silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const target = join(folder, 'target.json');
  await writeFile(
    target,
    JSON.stringify({
      profiles: ['pkce-access-token'],
      endpoints: { authorization: `${base}/authorize`, token: `${base}/token` },
      clients: [{ client_id: 'one', redirect_uris: ['http://127.0.0.1:9876/callback'] }],
    }),
  );
  const argv = ['bin/pkce-conformance.ts', 'certify', '--target', target, '--timeout', '60', '--report', join(folder, 'report')];
  const child = spawn(process.execPath, ['--import', './support/register.mjs', ...argv], {
    cwd: packageRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  silent.once('request', () => child.kill('SIGINT'));
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  silent.closeAllConnections();
  silent.close();
  assert.equal(code, 3, errors);
  assert.match(errors, /interrupted before its first scenario: nothing is judged, and no report was written/);
  assert.equal(output, '');
  assert.deepEqual(await readdir(join(folder, 'report')), []);
  await rm(folder, { recursive: true });
});
