import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { mockAuthorizationServer } from '../../mocks/index.js';
import type { Certificate } from '../../reports/certificate.js';
import { runCli } from './run-cli.js';

const rule = 'pkce-access-token/request/complete-exchange';
const server = mockAuthorizationServer({ profiles: ['pkce-access-token'] });

describe('certify --sign and verify', { concurrency: false }, () => {
  let folder = '';
  let close: () => Promise<void>;
  const at = (name: string): string => join(folder, name);
  const verify = (...options: readonly string[]): ReturnType<typeof runCli> =>
    runCli(['verify', at('certificate.json'), '--key', at('public.pem'), ...options]);

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pkce-conformance-verify-'));
    const listener = await server.listen();
    close = () => listener.close();
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    await writeFile(at('private.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await writeFile(at('public.pem'), publicKey.export({ type: 'spki', format: 'pem' }));
    const target = (scope: string): string =>
      `issuer: ${listener.url}\nprofiles: [pkce-access-token]\nscope: ${scope}\nregistration: {}\nlifetimes: { code: 300 }\n`;
    await writeFile(at('target.yaml'), target('openid'));
    await writeFile(at('other.yaml'), target('read'));
    const { code, stderr } = await runCli([
      'certify',
      rule,
      '--target',
      at('target.yaml'),
      '--sign',
      at('private.pem'),
      '--report',
      folder,
    ]);
    assert.equal(code, 0, stderr);
  });
  after(async () => {
    await close();
    await rm(folder, { recursive: true });
  });

  test('what was signed is good, and all that can be compared holds', async () => {
    const { code, stdout, stderr } = await verify('--target', at('target.yaml'));
    assert.equal(code, 0, stdout + stderr);
    assert.deepEqual(
      stdout.split('\n').map((line) => line.slice(0, 27).trimEnd()),
      [
        'signature    holds',
        'verdict      holds',
        'endpoints    holds',
        'features     holds',
        'target file  holds',
        'GOOD   CONFORMANT IN THE RU',
        '',
      ],
    );
  });

  test('another target file is told', async () => {
    const { code, stdout } = await verify('--target', at('other.yaml'));
    assert.equal(code, 1, stdout);
    assert.match(stdout, /^target file {2}does not hold {2}.*other\.yaml.*\nBAD {3}/m);
  });

  test('a certificate that was altered is bad, whatever else it says', async () => {
    const whole = await readFile(at('certificate.json'), 'utf8');
    const { provenance, ...certificate } = JSON.parse(whole) as Certificate;
    assert.ok(provenance?.digests.target !== undefined && provenance.digests.metadata !== undefined);
    assert.deepEqual(provenance.commandLine.slice(0, 4), ['certify', rule, '--target', at('target.yaml')]);
    await copyFile(at('certificate.json.jws'), at('altered.json.jws'));
    await writeFile(at('altered.json'), JSON.stringify({ ...certificate, conformant: false }));
    const { code, stdout } = await runCli(['verify', at('altered.json'), '--key', at('public.pem')]);
    assert.deepEqual([code, stdout.split('\n').length], [1, 3], stdout);
    assert.match(stdout, /^signature {4}does not hold .*\nBAD /);
  });

  test('what cannot be read is usage', async () => {
    const unsigned = await runCli(['verify', at('other.yaml'), '--key', at('public.pem')]);
    assert.equal(unsigned.code, 2);
    assert.match(unsigned.stderr, /other\.yaml\.jws: it cannot be read \(ENOENT\)\. certify --sign KEY writes one\./);
    const noKey = await runCli(['verify', at('certificate.json'), '--key', at('target.yaml')]);
    assert.deepEqual([noKey.code, noKey.stdout], [2, '']);
    const noSignature = await verify('--signature', at('target.yaml'));
    assert.deepEqual([noSignature.code, noSignature.stdout], [2, '']);
  });

  test('a run that is not signed leaves no signature of an earlier one behind', async () => {
    const { code } = await runCli(['certify', rule, '--target', at('target.yaml'), '--report', folder]);
    assert.equal(code, 0);
    assert.equal((await verify()).code, 2);
  });
});
