import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { mockAuthorizationServer } from '../../mocks/index.js';
import type { Certificate } from '../../reports/certificate.js';
import { runCli } from './run-cli.js';

/** Certifies a mock over HTTP whose clock only its hook moves: five minutes pass in no time. */
async function certified(mutants: readonly string[]): Promise<{ code: number; told: string; certificate: Certificate }> {
  const as = mockAuthorizationServer({ profiles: ['pkce-access-token'], clock: 'manual', control: true, mutants });
  const { url, close } = await as.listen();
  const folder = await mkdtemp(join(tmpdir(), 'pkce-conformance-clock-'));
  const file = join(folder, 'target.yaml');
  try {
    await writeFile(
      file,
      [
        `issuer: ${url}`,
        'profiles: [pkce-access-token]',
        'registration: {}',
        'lifetimes: { code: 300 }',
        `clock: { advance_url: "${url}/_mock/clock/advance" }`,
      ].join('\n'),
    );
    const { code, stdout, stderr } = await runCli(['certify', 'pkce-access-token/expiry', '--target', file, '--report', folder]);
    const certificate = JSON.parse(await readFile(join(folder, 'certificate.json'), 'utf8')) as Certificate;
    return { code, told: stdout + stderr, certificate };
  } finally {
    await close();
    await rm(folder, { recursive: true });
  }
}

describe('a server whose clock can be moved', () => {
  test('is judged by what must grow old, and nobody waits', async () => {
    const { code, told, certificate } = await certified([]);
    assert.equal(code, 0, told);
    assert.deepEqual(
      certificate.rules.map(({ id, verdict, scenarios }) => [id, verdict, scenarios.length]),
      [
        ['pkce-access-token/expiry/before-five-minutes', 'upheld', 2],
        ['pkce-access-token/expiry/after-five-minutes', 'upheld', 2],
      ],
    );
    assert.deepEqual(certificate.ageing, { scenarios: 4, waitedMs: 0 });
  });

  test('is found out where it looks at no age', async () => {
    const { code, told, certificate } = await certified(['pkce-access-token/expiry/after-five-minutes+never']);
    assert.equal(code, 1, told);
    assert.deepEqual(
      certificate.rules.filter(({ verdict }) => verdict === 'violated').map(({ id }) => id),
      ['pkce-access-token/expiry/after-five-minutes'],
    );
  });
});
