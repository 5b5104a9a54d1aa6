import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { packageRoot } from '../package-root.js';

interface Interrupted {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
  /** What the folder of the report holds afterwards. */
  readonly files: readonly string[];
}

/** A run that is interrupted by its first request; `before` stands where its report would. */
async function interrupted(before: readonly string[]): Promise<Interrupted> {
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
  const report = join(folder, 'report');
  await mkdir(report);
  for (const name of before) await writeFile(join(report, name), '{}');
  const argv = ['bin/pkce-conformance.ts', 'certify', '--target', target, '--timeout', '60', '--report', report];
  const child = spawn(process.execPath, ['--import', './support/register.mjs', ...argv], {
    cwd: packageRoot,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  silent.once('request', () => child.kill('SIGINT'));
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  silent.closeAllConnections();
  silent.close();
  const files = await readdir(report);
  await rm(folder, { recursive: true });
  return { code, output, errors, files };
}

test('an interrupted run says how far it came, writes no report and exits with 3', async () => {
  const { code, output, errors, files } = await interrupted([]);
  assert.equal(code, 3, errors);
  assert.match(errors, /interrupted before its first scenario: nothing is judged, and no report was written$/m);
  assert.equal(output, '');
  assert.deepEqual(files, []);
});

test('where an earlier run has left its report, it says that this is not its own', async () => {
  const { code, errors, files } = await interrupted(['certificate.json']);
  assert.equal(code, 3, errors);
  assert.match(errors, /no report was written; what \S+report holds is of an earlier run$/m);
  assert.deepEqual(files, ['certificate.json']);
});
