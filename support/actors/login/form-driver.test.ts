import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { credentials, Front, html, isAuthorization, judged, to, token, type Asked, type Pages } from './login-front.test.js';

const verifier = 'rfc7636/4.6/mismatched-verifier';
const method = 'rfc7636/4.4.1/unknown-method';
const form = 'rfc7636/4.4.1/pkce-error-by-redirect';

interface Ordinary {
  readonly status?: number;
  /** Attributes of the session's cookie. */
  readonly attributes?: string;
  /** How the address to come back to is written in a Location. */
  readonly location?: (path: string) => string;
  /** Codes after which the session ends. */
  readonly uses?: number;
}

/** A login page as most are: a hidden CSRF value that belongs to a cookie; whoever is signed in goes on to the mock. */
const ordinary =
  ({ status = 302, attributes, location = (path) => path, uses = Infinity }: Ordinary = {}): Pages =>
  (asked, front) => {
    const visitor = front.visitor(asked);
    if (isAuthorization(asked)) {
      if (visitor?.user === undefined || visitor.uses >= uses)
        return to(location(`/login?back=${encodeURIComponent(asked.path)}`), { status });
      visitor.uses += 1;
      return undefined;
    }
    const back = asked.url.searchParams.get('back') ?? '/';
    if (asked.method === 'POST' && visitor !== undefined && asked.form.get('csrf') === visitor.csrf && front.accepts(asked.form)) {
      Object.assign(visitor, { user: credentials.username, uses: 0 });
      return to(location(back), { status });
    }
    const known = front.welcome(attributes);
    return html(loginForm(known.visitor.csrf, asked.method === 'POST' ? 'Wrong name or password.' : ''), { cookie: known.cookie });
  };

const loginForm = (csrf: string, complaint = ''): string => `
  <form action="/search"><input name="q"><button>Search</button></form>
  <p role="alert">${complaint}</p>
  <form method="post" action="#"><input type="hidden" name="csrf" value="${csrf}">
  <label>Name <input name="username"></label> <label>Password <input type="password" name="password"></label>
  <input type="checkbox" name="remember"><button type="reset">Clear</button><button>Sign in</button></form>`;

/** Whoever is signed in is asked for consent first, and comes back with it. */
const consenting =
  (page: (asked: Asked, csrf: string) => string, said: (form: URLSearchParams) => boolean): Pages =>
  (asked, front) => {
    const visitor = front.visitor(asked);
    if (visitor?.user === undefined || asked.url.pathname === '/login') return ordinary()(asked, front);
    if (!isAuthorization(asked) || asked.method === 'GET') return html(page(asked, visitor.csrf));
    if (asked.form.get('csrf') !== visitor.csrf) return html('forged', { status: 403 });
    return said(asked.form) ? to(`${asked.path}&consented=1`, { status: 303 }) : html('You said no.');
  };

/** The consent is part of the way only until it is given. */
const asksOnce =
  (pages: Pages): Pages =>
  (asked, front) =>
    isAuthorization(asked) && asked.method === 'GET' && asked.url.searchParams.has('consented') ? undefined : pages(asked, front);

const firstButtonDenies = asksOnce(
  consenting(
    (asked, csrf) => `<form method="post" action="${asked.path.replaceAll('&', '&amp;')}">
      <input type="hidden" name="csrf" value="${csrf}"><input type="checkbox" name="scope" value="read">
      <button name="decision" value="n">Abbrechen</button><button name="decision" value="y">Zugriff erlauben</button></form>`,
    (sent) => sent.get('decision') === 'y' && sent.get('scope') === 'read',
  ),
);

const fourHops: Pages = (asked, front) => {
  const { pathname, search } = asked.url;
  const step = Number(/^\/hop\/(\d)$/.exec(pathname)?.[1] ?? 0);
  if (step > 0 && step < 4)
    return step === 2
      ? html(`<meta http-equiv="refresh" content="0; url=/hop/3${search.replaceAll('&', '&amp;')}">`)
      : to(`/hop/${step + 1}${search}`);
  if (step === 4) return to(`/login${search}`);
  const page = ordinary()(asked, front);
  const location = page?.headers['location'];
  return typeof location === 'string' && location.startsWith('/login') ? to(location.replace('/login', '/hop/1')) : page;
};

const userThenPassword: Pages = (asked, front) => {
  const visitor = front.visitor(asked);
  if (asked.url.pathname === '/login' && asked.method === 'POST' && !asked.form.has('password') && visitor !== undefined) {
    return html(`<base href="/login/"><form method="post" action="../login${asked.url.search.replaceAll('&', '&amp;')}">
      <input type="hidden" name="csrf" value="${visitor.csrf}"><input type="hidden" name="username" value="${asked.form.get('username')}">
      <input type="password" name="password"><input type="submit" value="Weiter"></form>`);
  }
  if (asked.url.pathname === '/login' && asked.method === 'GET') {
    const known = front.welcome();
    return html(
      `<form method="post"><input type="hidden" name="csrf" value="${known.visitor.csrf}"><input type="email" name="username"><button>Next</button></form>`,
      known,
    );
  }
  return ordinary()(asked, front);
};

const oneTimeToken = (): Pages => {
  const fresh = new Set<string>();
  return (asked, front) => {
    if (asked.url.pathname === '/login' && asked.method === 'POST' && !fresh.delete(asked.form.get('once') ?? ''))
      return html('Used already.', { status: 400 });
    const page = ordinary()(asked, front);
    if (page === undefined || !page.body.includes('name="csrf"')) return page;
    const once = token();
    fresh.add(once);
    return {
      ...page,
      body: page.body.replace('<input type="hidden"', `<input type="hidden" name="once" value="${once}"><input type="hidden"`),
    };
  };
};

const onlyForNavigations: Pages = (asked, front) =>
  asked.headers['sec-fetch-mode'] === 'navigate' && String(asked.headers['accept']).includes('text/html')
    ? ordinary()(asked, front)
    : { status: 401, headers: { 'content-type': 'application/json' }, body: '{"error":"login_required"}' };

const signsInByGet: Pages = (asked, front) => {
  const isLogin = asked.url.pathname === '/login' && asked.url.searchParams.has('username');
  if (!isLogin) {
    const page = ordinary()(asked, front);
    return (
      page && {
        ...page,
        body: page.body
          .replace('method="post" action="#"', 'action=""')
          .replace(
            '<input type="hidden"',
            `<input type="hidden" name="back" value="${(asked.url.searchParams.get('back') ?? '').replaceAll('&', '&amp;')}"><input type="hidden"`,
          ),
      }
    );
  }
  const visitor = front.visitor(asked);
  if (visitor === undefined || !front.accepts(asked.url.searchParams)) return html('no', { status: 403 });
  visitor.user = credentials.username;
  return to(asked.url.searchParams.get('back') ?? '/');
};

const ways: readonly (readonly [string, () => Pages])[] = [
  ['with a CSRF field that belongs to a cookie', () => ordinary()],
  ['with a consent page on which the first button denies', () => firstButtonDenies],
  ['that needs four hops, one of them by meta refresh', () => fourHops],
  ['that redirects with 303', () => ordinary({ status: 303 })],
  ['that redirects with 301', () => ordinary({ status: 301 })],
  ['that redirects to a relative Location', () => ordinary({ location: (path) => `./..${path}` })],
  ['with a one-time token', oneTimeToken],
  ['with the name on one page and the password on the next, below a base address', () => userThenPassword],
  ['that shows nothing but JSON to whoever does not navigate', () => onlyForNavigations],
  ['that sends its form by GET', () => signsInByGet],
  ['whose cookie is for the path of the server only', () => ordinary({ attributes: 'Path=/; SameSite=Lax' })],
];

describe('a login', () => {
  for (const [what, pages] of ways) {
    test(`${what} is gone through once for many codes`, async () => {
      const front = new Front(pages());
      const right = await judged(front, { rules: [verifier, method] });
      assert.deepEqual(right.verdicts, { [verifier]: 'upheld', [method]: 'upheld' }, right.said);
      assert.equal(front.logins, 1);
      const wrong = await judged(new Front(pages()), { rules: [verifier, method], mutants: [verifier, method] });
      assert.deepEqual(wrong.verdicts, { [verifier]: 'violated', [method]: 'violated' }, wrong.said);
      const nobody = await judged(new Front(pages()), { rules: [verifier], login: { driver: 'automatic' } });
      assert.notEqual(nobody.verdicts[verifier], 'upheld', 'a server that lets nobody in upholds nothing');
      assert.equal(nobody.run.conformant, false);
    });
  }
});

test('a session that ends in the middle of the run is begun anew', async () => {
  const front = new Front(ordinary({ uses: 3 }));
  const { verdicts, said } = await judged(front, { rules: [verifier, method] });
  assert.deepEqual(verdicts, { [verifier]: 'upheld', [method]: 'upheld' }, said);
  assert.ok(front.logins > 2, `${front.logins} logins`);
});

test('cookies go where their Domain and Path say, and nowhere else', async () => {
  const seen: string[] = [];
  const pages: Pages = (asked, front) => {
    const onLogin = asked.url.hostname === 'login.acme.example';
    seen.push(`${asked.url.hostname}${onLogin ? '' : ' '} ${[...asked.cookies.keys()].toSorted().join(' ')}`.replace(/ +/g, ' ').trim());
    if (isAuthorization(asked) && !onLogin) {
      return front.visitor(asked)?.user === undefined
        ? to(`https://login.acme.example/sign/in?back=${encodeURIComponent(asked.url.href)}`)
        : undefined;
    }
    const page = ordinary({ attributes: 'Domain=acme.example; Path=/' })(asked, front);
    const own = ['step=1; Path=/sign', 'elsewhere=1; Path=/sign/out', 'foreign=1; Domain=other.example'];
    return page && { ...page, headers: { ...page.headers, 'set-cookie': [...[page.headers['set-cookie'] ?? []].flat(), ...own] } };
  };
  const login = { origins: ['https://login.acme.example'] };
  const { verdicts, said } = await judged(new Front(pages), { rules: [verifier], issuer: 'https://as.acme.example', login });
  assert.deepEqual(verdicts, { [verifier]: 'upheld' }, said);
  assert.deepEqual([...new Set(seen)].toSorted(), [
    'as.acme.example',
    'as.acme.example sid',
    'login.acme.example',
    'login.acme.example sid step',
  ]);
});

describe('a consent that another site gives in the name of the user', () => {
  const csrf = 'rfc6749/10.12/consent-form-csrf';
  /** Shows a value that nobody could guess, and never looks at it. */
  const careless = (attributes?: string): Pages =>
    asksOnce((asked, front) => {
      if (front.visitor(asked)?.user === undefined || !isAuthorization(asked))
        return ordinary(attributes === undefined ? {} : { attributes })(asked, front);
      if (asked.method === 'POST') return to(`${asked.path}&consented=1`, { status: 303 });
      return html(
        `<form method="post"><input type="hidden" name="csrf" value="${token()}"><button name="no">Deny</button><button>Allow</button></form>`,
      );
    });

  test('is taken by a server that does not look at its value, and refused by one that does', async () => {
    const wrong = await judged(new Front(careless()), { rules: [csrf, verifier] });
    assert.deepEqual(wrong.verdicts, { [csrf]: 'violated', [verifier]: 'upheld' }, wrong.said);
    const right = await judged(new Front(firstButtonDenies), { rules: [csrf] });
    assert.deepEqual(right.verdicts, { [csrf]: 'upheld' }, right.said);
  });

  test('does not come with a cookie that is for the own site only', async () => {
    const { verdicts, said } = await judged(new Front(careless('Path=/; SameSite=Lax')), { rules: [csrf] });
    assert.deepEqual(verdicts, { [csrf]: 'upheld' }, said);
  });
});

describe('a refusal', () => {
  const refusals: readonly (readonly [string, (error: string) => ReturnType<typeof html>])[] = [
    ['by HTML with status 200', (error) => html(`<h1>${error}</h1><form action="/"><button>Back</button></form>`)],
    [
      'by HTML with status 400',
      (error) => html(`<h1>${error}</h1><form method="post" action="/report"><button>Send a report</button></form>`, { status: 400 }),
    ],
    [
      'by JSON with status 400',
      (error) => ({ status: 400, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ error }) }),
    ],
  ];
  for (const [what, refusal] of refusals) {
    test(`${what} counts once the user has signed in`, async () => {
      const reply = (answer: ReturnType<typeof html>): ReturnType<typeof html> => {
        const error = new URL(String(answer.headers['location'] ?? 'https://none.example')).searchParams.get('error');
        return error === null ? answer : refusal(error);
      };
      const front = new Front(ordinary(), reply);
      const right = await judged(front, { rules: [method, form, verifier] });
      assert.deepEqual(right.verdicts, { [verifier]: 'upheld', [method]: 'upheld', [form]: 'advisory' }, right.said);
      assert.equal(front.logins, 1);
      const wrong = await judged(new Front(ordinary(), reply), { rules: [method], mutants: [method] });
      assert.equal(wrong.verdicts[method], 'violated', 'a fault behind the login page is found');
    });
  }

  test('is no refusal where nobody could sign in', async () => {
    // The control passes without a login; only the faulty request is shown the login page.
    const pages: Pages = (asked, front) =>
      isAuthorization(asked) && asked.url.searchParams.get('code_challenge_method') === 'S256' ? undefined : ordinary()(asked, front);
    const { verdicts, said } = await judged(new Front(pages), { rules: [method], login: { password: 'wrong' } });
    assert.equal(verdicts[method], 'inconclusive', said);
    assert.match(said, /login was refused/);
  });
});

describe('a password', () => {
  test('that is wrong is told as such, and sent once only', async () => {
    const front = new Front(ordinary());
    const { run, said } = await judged(front, { rules: [verifier, method], login: { password: 'not the password' } });
    assert.equal(front.attempts, 1);
    assert.match(run.obstacle ?? '', /the login was refused.*login\.username and login\.password.*Wrong name or password\./);
    assert.doesNotMatch(said, /upheld|violated/);
  });

  const elsewhere = 'http://127.0.0.1:9';
  const astray: readonly (readonly [string, Pages])[] = [
    [
      'by a form',
      (asked, front) => {
        const page = ordinary()(asked, front);
        return page && { ...page, body: page.body.replace('action="#"', `action="${elsewhere}/login"`) };
      },
    ],
    [
      'by a button',
      (asked, front) => {
        const page = ordinary()(asked, front);
        return page && { ...page, body: page.body.replace('<button>Sign', `<button formaction="${elsewhere}/login">Sign`) };
      },
    ],
    [
      'by a redirect with 307',
      (asked, front) => (asked.method === 'POST' ? to(`${elsewhere}/login`, { status: 307 }) : ordinary()(asked, front)),
    ],
    [
      'by a page of another origin',
      (asked, front) => (isAuthorization(asked) ? to(`http://localhost:${asked.url.port}/login`) : ordinary()(asked, front)),
    ],
  ];
  for (const [how, pages] of astray) {
    test(`is not sent to another origin ${how}`, async () => {
      const { run, exchanges, said } = await judged(new Front(pages), { rules: [verifier] });
      assert.match(run.obstacle ?? '', /login\.origins/, said);
      const [first] = exchanges;
      const own = new URL(first?.request.url ?? '').origin;
      const told = exchanges.filter(
        ({ request }) => new URL(request.url).origin !== own && /password=/.test(Buffer.from(request.body).toString()),
      );
      assert.deepEqual(told, []);
    });
  }

  test('is asked for by name where the file has none', async () => {
    const { run } = await judged(new Front(ordinary()), { rules: [verifier], login: { password: undefined } as never });
    assert.match(run.obstacle ?? '', /no login\.password/);
  });
});
