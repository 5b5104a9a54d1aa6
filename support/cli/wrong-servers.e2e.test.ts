import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { mockAuthorizationServer, type Fault } from '../../mocks/index.js';
import { runCli } from './run-cli.js';

const prefixes = [
  'rfc7636/4.6/matching-verifier',
  'rfc7636/4.6/mismatched-verifier',
  'rfc7636/4.6/mismatch-is-invalid-grant',
  'rfc6749/4.1.3/unknown-code',
  'rfc6749/5.2/error-status-and-type',
  'rfc6749/5.2/refusal-is-no-server-error',
];

interface Certified {
  readonly code: number;
  readonly stdout: string;
  readonly opening: string;
  readonly verdicts: ReadonlyMap<string, string>;
}

/** Certifies a server that issues codes as it should and answers token requests so. */
async function certified(respond: Fault['respond']): Promise<Certified> {
  const as = mockAuthorizationServer({ profile: 'rfc7636' });
  as.faults.add({ on: 'token', respond, times: 1_000_000 });
  const { url, close } = await as.listen();
  const folder = await mkdtemp(join(tmpdir(), 'wrong-server-'));
  try {
    await writeFile(
      join(folder, 'target.yaml'),
      [
        'profiles: [rfc7636]',
        `endpoints: { authorization: ${url}/authorize, token: ${url}/token }`,
        'clients:',
        '  - { client_id: rfc7636-public, redirect_uris: [https://client.example/callback, https://client.example/callback2] }',
        '  - { client_id: rfc7636-public-2, redirect_uris: [https://client.example/callback] }',
        'scope: read write',
      ].join('\n'),
    );
    const report = join(folder, 'report');
    const arguments_ = ['--target', join(folder, 'target.yaml'), '--no-slow', '--runs', '2', '--seed', '1', '--report', report];
    const { code, stdout } = await runCli(['certify', ...prefixes, ...arguments_]);
    const { rules } = JSON.parse(await readFile(join(report, 'certificate.json'), 'utf8')) as { rules: { id: string; verdict: string }[] };
    return {
      code,
      stdout,
      opening: stdout.split('\n').slice(0, 6).join('\n'),
      verdicts: new Map(rules.map(({ id, verdict }) => [id, verdict])),
    };
  } finally {
    await close();
    await rm(folder, { recursive: true });
  }
}

const json = (status: number, body: unknown) => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});

/** What is right is granted; what is to be refused is answered so. */
const refusingBy =
  (status: number): Fault['respond'] =>
  async (_request, right) => {
    const answer = await right();
    return answer.status < 400 ? answer : json(status, { error: 'invalid_grant' });
  };

const of = (verdicts: ReadonlyMap<string, string>, ...wanted: readonly string[]) =>
  prefixes.filter((id) => wanted.includes(verdicts.get(id) ?? ''));

describe('servers that are wrong throughout', { concurrency: 3 }, () => {
  test('one that grants every request breaks the effects, and has no refusal whose form could be judged', async () => {
    const { code, stdout, opening, verdicts } = await certified(() =>
      json(200, { access_token: randomBytes(32).toString('base64url'), token_type: 'Bearer', expires_in: 3600 }),
    );
    assert.equal(code, 1, stdout);
    assert.deepEqual(of(verdicts, 'violated'), ['rfc7636/4.6/mismatched-verifier', 'rfc6749/4.1.3/unknown-code']);
    assert.deepEqual(of(verdicts, 'upheld'), ['rfc7636/4.6/matching-verifier']);
    assert.match(opening, /^NOT CONFORMANT {3}two musts are broken\n.*mismatched-verifier +a token was issued with status 200/);
  });

  test('one that refuses with status 200 and an error body upholds the effects and breaks the form', async () => {
    const { code, stdout, opening, verdicts } = await certified(refusingBy(200));
    assert.equal(code, 1, stdout);
    assert.deepEqual(of(verdicts, 'violated'), ['rfc6749/5.2/error-status-and-type']);
    assert.deepEqual(
      of(verdicts, 'upheld'),
      prefixes.filter((id) => id !== 'rfc6749/5.2/error-status-and-type'),
    );
    assert.match(opening, /^NOT CONFORMANT {3}one must is broken\n.*error-status-and-type +status 200 with invalid_grant/);
  });

  test('one that answers 500 to every refusal refuses by it, and breaks the rule that forbids it', async () => {
    const { code, stdout, opening, verdicts } = await certified(refusingBy(500));
    assert.equal(code, 1, stdout);
    assert.deepEqual(of(verdicts, 'violated'), ['rfc6749/5.2/refusal-is-no-server-error']);
    assert.deepEqual(of(verdicts, 'inconclusive', 'error'), []);
    assert.deepEqual(of(verdicts, 'upheld').slice(0, 2), ['rfc7636/4.6/matching-verifier', 'rfc7636/4.6/mismatched-verifier']);
    assert.match(opening, /^NOT CONFORMANT {3}one must is broken\n.*refusal-is-no-server-error +status 500, each time/);
  });
});
