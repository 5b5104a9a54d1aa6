import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { mockAuthorizationServer } from '../../mocks/index.js';
import type { Certificate } from '../../reports/certificate.js';
import { runCli } from './run-cli.js';

const broken = 'pkce-access-token/request/verifier-required';
const sound = 'pkce-access-token/request/complete-exchange';
const server = mockAuthorizationServer({ profiles: ['pkce-access-token'], mutants: [broken] });
let folder = '';
let url = '';
let close: () => Promise<void>;

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pkce-conformance-gate-'));
  ({ url, close } = await server.listen());
});
after(async () => {
  await close();
  await rm(folder, { recursive: true });
});

const certify = (...options: readonly string[]): ReturnType<typeof runCli> =>
  runCli(['certify', broken, sound, '--target', url, '--profile', 'pkce-access-token', '--report', join(folder, 'report'), ...options]);

describe('the gate on the command line', { concurrency: false }, () => {
  const file = (): string => join(folder, 'baseline.yaml');

  test('a baseline is written from a run, and lets the next one pass', async () => {
    const first = await certify('--write-baseline', file());
    assert.equal(first.code, 1, first.stdout + first.stderr);
    assert.match(first.stderr, /baseline\.yaml is written/);
    const { code, stdout } = await certify('--baseline', file());
    assert.equal(code, 0, stdout);
    assert.match(stdout, /^Gate {5}Nothing new since .*baseline\.yaml: 1 rule waived\.$/m);
    const certificate = JSON.parse(await readFile(join(folder, 'report', 'certificate.json'), 'utf8')) as Certificate;
    assert.deepEqual([certificate.conformant, certificate.summary.waived, certificate.gate?.findings], [false, 1, []]);
  });

  test('a violation that the baseline does not know of fails', async () => {
    await writeFile(file(), `schemaVersion: 1\nupheld: [${broken}]\n`);
    const { code, stdout } = await certify('--baseline', file());
    assert.equal(code, 1, stdout);
    assert.match(stdout, new RegExp(`^Gate {5}1 new violation: ${broken}$`, 'm'));
  });

  test('an unknown rule is usage, and nothing is sent', async () => {
    await writeFile(file(), `schemaVersion: 1\nupheld: [${broken}-twice]\n`);
    const sent = server.exchanges.length;
    const { code, stdout, stderr } = await certify('--baseline', file());
    assert.deepEqual([code, stdout, server.exchanges.length], [2, '', sent]);
    assert.match(stderr, /baseline\.yaml:2:\d+ {2}upheld\[0\] is ".*-twice": there is no such rule\.\n.*The nearest is/);
  });
});
