import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { BrowserDriver } from './browser-driver.js';
import { installedChromium } from './installed-chromium.js';
import { Account } from './account.js';
import { credentials, Front, html, isAuthorization, judged, to, type Pages } from './login-front.test.js';

const verifier = 'rfc7636/4.6/mismatched-verifier';
const method = 'rfc7636/4.4.1/unknown-method';

/** A page that is nothing without its script: the fields are drawn, and what is typed is sent as JSON. */
const scripted = (send: string, fields = ['username', 'password']): string => `<main id="app"></main><script>
  const app = document.getElementById('app');
  const shown = ${JSON.stringify(fields)};
  const draw = () => {
    const hidden = (name) => shown.includes(name) ? '' : 'style="display:none"';
    app.innerHTML = '<div><label>Name <input id="u" ' + hidden('username') + '></label><input id="p" type="password" ' + hidden('password') + '>' +
      '<button id="b">Continue</button><p role="alert" id="e"></p></div>';
    document.getElementById('b').onclick = async () => {
      if (!shown.includes('password')) { shown.push('password'); document.getElementById('p').style.display = ''; return; }
      const sent = JSON.stringify({ username: document.getElementById('u').value, password: document.getElementById('p').value });
      const answer = await fetch(${JSON.stringify(send)}, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: sent }).catch(() => undefined);
      if (answer?.ok) location.assign(new URLSearchParams(location.search).get('back'));
      else document.getElementById('e').textContent = 'Unknown name or password.';
    };
  };
  setTimeout(draw, 30);
</script>`;

const byScript =
  (send = '/session', fields?: string[]): Pages =>
  (asked, front) => {
    const visitor = front.visitor(asked);
    if (isAuthorization(asked)) return visitor?.user === undefined ? to(`/login?back=${encodeURIComponent(asked.path)}`) : undefined;
    if (asked.url.pathname === '/login') return html(scripted(send, fields), front.welcome());
    if (asked.url.pathname !== '/session' || visitor === undefined) return { status: 404, headers: {}, body: '' };
    if (!front.accepts(new URLSearchParams(JSON.parse(asked.body) as Record<string, string>)))
      return { status: 403, headers: {}, body: '' };
    visitor.user = credentials.username;
    return { status: 204, headers: {}, body: '' };
  };

function missing(): string | false {
  try {
    installedChromium(process.env);
    return false;
  } catch {
    return 'no chromium on this machine';
  }
}

describe('a login that needs JavaScript', { skip: missing() }, () => {
  test('is done by the browser once, and the run goes on without it', async () => {
    const front = new Front(byScript());
    const { verdicts, said, exchanges } = await judged(front, { rules: [verifier, method], login: { driver: 'browser' } });
    assert.deepEqual(verdicts, { [verifier]: 'upheld', [method]: 'upheld' }, said);
    assert.equal(front.logins, 1);
    assert.equal(exchanges.filter(({ request }) => request.url.endsWith('/session')).length, 1, 'what the browser sent is in the record');
    const wrong = await judged(new Front(byScript()), { rules: [verifier], login: { driver: 'browser' }, mutants: [verifier] });
    assert.deepEqual(wrong.verdicts, { [verifier]: 'violated' });
  });

  test('is done on one page that shows the password later, and never opens the redirect URI', async () => {
    const front = new Front(byScript('/session', ['username']));
    const { verdicts, said, exchanges } = await judged(front, { rules: ['rfc7636/4.6/matching-verifier'], login: { driver: 'browser' } });
    assert.deepEqual(Object.values(verdicts), ['upheld'], said);
    assert.deepEqual(
      exchanges.filter(({ request }) => request.url.startsWith('https://client.example')),
      [],
    );
  });

  test('is told as refused where the password is wrong', async () => {
    const front = new Front(byScript());
    const { run } = await judged(front, { rules: [verifier], login: { driver: 'browser', password: 'wrong' } });
    assert.match(run.obstacle ?? '', /login was refused.*Unknown name or password/);
    assert.equal(front.attempts, 1);
  });

  test('sends the password to nobody else, whatever the script does', async () => {
    const { run, exchanges } = await judged(new Front(byScript('http://localhost:9/session')), {
      rules: [verifier],
      login: { driver: 'browser' },
    });
    assert.match(run.obstacle ?? '', /password to http:\/\/localhost:9.*login\.origins/);
    assert.ok(!exchanges.some(({ request }) => request.url.includes(':9/')));
  });
});

test('a browser that is named and not there is told before anything is sent', async () => {
  const account = new Account(credentials, () => []);
  await assert.rejects(
    BrowserDriver.prepare(account, {}, { PKCE_CONFORMANCE_CHROMIUM: '/nowhere/chromium' }),
    /PKCE_CONFORMANCE_CHROMIUM.*cannot be run/,
  );
  await assert.rejects(BrowserDriver.prepare(account, {}, { PATH: '/nowhere' }), /needs Chromium or Chrome|cannot be run/);
});
