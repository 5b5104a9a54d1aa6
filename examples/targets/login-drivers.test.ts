import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { runCli } from '../../support/cli/run-cli.js';
import { started, targets, type Started } from '../zoo/certified.js';
import signIn from './oidc-provider-form-login/sign-in.mjs';
import { account } from './oidc-provider-form-login/interactions.js';

const rules = ['rfc7636/4.6/matching-verifier', 'rfc7636/4.6/mismatched-verifier'];
const name = 'oidc-provider-form-login';
/** Probes cost a person a paste each. */
const capabilities = 'capabilities: { plain: false, refresh_token: true, iss: true, concurrent_codes: true, concurrent_tokens: true }';

/** The drivers that the zoo has no target for, at the server that has login and consent by forms. */
describe('at a real server', () => {
  let folder: string;
  let server: Started;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'login-drivers-'));
    server = await started(name);
  });
  after(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });

  async function targetWith(login: string): Promise<string> {
    const text = await readFile(join(targets, name, 'target.yaml'), 'utf8');
    const path = join(folder, 'target.yaml');
    await writeFile(path, text.replace(/^login:\n(?: .*\n)+/m, `${login}\n`).replace(/^capabilities: .*$/m, capabilities));
    return path;
  }

  const verdicts = (json: string): Record<string, string> =>
    Object.fromEntries((JSON.parse(json) as { rules: { id: string; verdict: string }[] }).rules.map(({ id, verdict }) => [id, verdict]));

  const args = (target: string, chosen: readonly string[]): string[] => [
    'certify',
    ...chosen,
    ...['--target', target, '--profile', 'rfc7636', '--no-slow', '--runs', '2', '--seed', '1', '--report', join(folder, 'report')],
  ];

  test('a module signs in, and the verdicts are those of the form driver', async () => {
    const module = join(targets, name, 'sign-in.mjs');
    const target = await targetWith(`login: { driver: module, module: ${module}, username: alice, password: '${account.password}' }`);
    const { code, stdout, stderr } = await runCli([...args(target, rules), '--json'], { OIDC_PROVIDER_FORM_LOGIN_URL: server.url });
    assert.equal(code, 0, stderr);
    assert.deepEqual(verdicts(stdout), Object.fromEntries(rules.map((rule) => [rule, 'upheld'])));
  });

  test(
    'a person at a terminal signs in by hand',
    { skip: existsSync('/usr/bin/script') ? false : 'no script(1) on this machine' },
    async () => {
      const target = await targetWith('login: { driver: manual }');
      const { code, said, pasted } = await atTerminal(args(target, rules.slice(0, 1)));
      assert.equal(code, 0, said);
      assert.ok(pasted > 1, `${pasted} addresses were pasted`);
      const certificate = await readFile(join(folder, 'report', 'certificate.json'), 'utf8');
      assert.deepEqual(verdicts(certificate), { 'rfc7636/4.6/matching-verifier': 'upheld' });
    },
  );

  test('without a terminal nobody is asked, and nothing is sent', async () => {
    const target = await targetWith('login: { driver: manual }');
    const nowhere = 'http://127.0.0.1:9';
    const { code, stdout, stderr } = await runCli(args(target, rules), { OIDC_PROVIDER_FORM_LOGIN_URL: nowhere });
    assert.equal(code, 2, stdout);
    assert.match(stderr, /target\.yaml:\d+:\d+ +login\.driver: the driver manual .* terminal/);
  });

  /** Somebody who reads the terminal, opens each address that is printed, and pastes where it leads. */
  function atTerminal(argv: readonly string[]): Promise<{ code: number; said: string; pasted: number }> {
    const command = [process.execPath, '--import', './support/register.mjs', 'bin/pkce-conformance.ts', ...argv]
      .map((word) => `'${word}'`)
      .join(' ');
    const terminal = spawn('/usr/bin/script', ['-qefc', command, '/dev/null'], {
      cwd: join(targets, '..', '..'),
      env: { ...process.env, OIDC_PROVIDER_FORM_LOGIN_URL: server.url, NO_COLOR: '1', COLUMNS: '2000' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let said = '';
    let read = 0;
    let pasted = 0;
    const paste = async (url: string): Promise<void> => {
      const there = await signIn(url, { username: account.login, password: account.password, signal: AbortSignal.timeout(10_000) });
      pasted += 1;
      terminal.stdin.write(`${typeof there === 'string' ? there : 'page'}\r`);
    };
    return new Promise((resolve, reject) => {
      terminal.once('error', reject);
      terminal.once('close', (code) => resolve({ code: code ?? -1, said, pasted }));
      terminal.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const prompt = /Open this address[^\n]*\s+(http\S+)\s+Paste the address[^\n]*: /.exec(said.slice(read));
        if (prompt === null) return;
        read += prompt.index + prompt[0].length;
        paste(prompt[1] ?? '').catch(reject);
      });
    });
  }
});
