import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { listenWith } from '../../../mocks/listen.js';
import { runCli } from '../../cli/run-cli.js';
import { Front, html, isAuthorization, to, type Pages } from './login-front.test.js';

const account = { username: 'alice.of.acme@example.com', password: 'Wunderland & 30 % "Tee"' };

/** Signs in for one code at a time, so that logins stand in the exchanges of scenarios; and repeats what was typed where it is wrong. */
const forgetful: Pages = (asked, front) => {
  const visitor = front.visitor(asked);
  if (isAuthorization(asked)) {
    if (visitor?.user === undefined) return to(`/login?back=${encodeURIComponent(asked.path)}`);
    delete visitor.user;
    return undefined;
  }
  const back = asked.url.searchParams.get('back') ?? '/';
  const typed = asked.form.get('user[password]') ?? '';
  if (
    asked.method === 'POST' &&
    visitor !== undefined &&
    asked.form.get('authenticity_token') === visitor.csrf &&
    typed === account.password
  ) {
    visitor.user = asked.form.get('user[email]') ?? '';
    return to(back, { status: 303, cookie: `remember_me=${'r'.repeat(8)}${visitor.csrf}; Path=/` });
  }
  const known = front.welcome();
  const complaint = typed === '' ? '' : `Nobody called ${asked.form.get('user[email]')} has the password ${typed}`;
  return html(
    `<p class="error">${complaint.replaceAll('&', '&amp;')}</p><form method="post">
    <input type="hidden" name="authenticity_token" value="${known.visitor.csrf}"><input name="user[email]" value="${asked.form.get('user[email]') ?? ''}">
    <input type="password" name="user[password]" value="${typed.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"><button>Log in</button></form>`,
    { cookie: known.cookie },
  );
};

interface Told {
  readonly code: number;
  /** Everything that the run has said or written. */
  readonly said: string;
  readonly front: Front;
}

async function certified(password: string, mutants: readonly string[]): Promise<Told> {
  const front = new Front(forgetful);
  const { url, close } = await listenWith(front.respond);
  front.open(url, mutants);
  const folder = await mkdtemp(join(tmpdir(), 'login-secrets-'));
  try {
    const target = join(folder, 'target.yaml');
    const report = join(folder, 'report');
    await writeFile(
      target,
      [
        'profiles: [rfc7636]',
        `issuer: ${url}`,
        'clients: [{ client_id: rfc7636-public, redirect_uris: [https://client.example/callback] }]',
        'login: { driver: form, username: "${NAME}", password: "${SECRET}" }',
        'capabilities: { plain: false, refresh_token: true, iss: true, concurrent_codes: true, concurrent_tokens: true }',
      ].join('\n'),
    );
    const rules = ['rfc7636/4.6/mismatched-verifier', 'rfc7636/4.4.1/unknown-method'];
    const argv = ['certify', ...rules, '--target', target, '--no-slow', '--runs', '2', '--seed', '1', '--report', report];
    const { code, stdout, stderr } = await runCli(argv, { NAME: account.username, SECRET: password });
    const files = await Promise.all((await readdir(report)).map((name) => readFile(join(report, name), 'utf8')));
    return { code, said: [stdout, stderr, ...files].join('\n'), front };
  } finally {
    await rm(folder, { recursive: true });
    await close();
  }
}

/** The ways in which a text stands in an address, a form, JSON, HTML or credentials. */
function writings(text: string): readonly string[] {
  const json = JSON.stringify(text).slice(1, -1);
  const markup = text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return [
    text,
    encodeURIComponent(text),
    new URLSearchParams([['', text]]).toString().slice(1),
    json,
    markup,
    Buffer.from(text).toString('base64'),
  ];
}

function assertUnsaid(said: string, secrets: readonly string[]): void {
  for (const secret of secrets.flatMap(writings)) {
    const at = said.indexOf(secret);
    assert.equal(at, -1, `${secret} stands in: …${said.slice(Math.max(0, at - 100), at + 40)}`);
  }
}

describe('what belongs to a login', () => {
  test('stands in no report and in no message, whatever the run has found', async () => {
    const { code, said, front } = await certified(account.password, ['rfc7636/4.6/mismatched-verifier']);
    assert.equal(code, 1, said.slice(0, 3000));
    assert.match(said, /user%5Bpassword%5D=/, 'the exchange that signs in is shown');
    assert.match(said, /remember_me=/);
    assert.ok(front.visitors.size > 2);
    assertUnsaid(said, [
      account.username,
      account.password,
      ...front.visitors.keys(),
      ...[...front.visitors.values()].map(({ csrf }) => csrf),
    ]);
  });

  test('stands in no message of a login that failed, even where the page repeats it', async () => {
    const wrong = 'Zauberspiegel & 31 %';
    const { code, said, front } = await certified(wrong, []);
    assert.equal(code, 3, said.slice(0, 3000));
    assert.match(said, /the login was refused/);
    assertUnsaid(said, [account.username, wrong, ...front.visitors.keys()]);
  });
});
