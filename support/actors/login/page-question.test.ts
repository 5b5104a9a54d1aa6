import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { entriesOf } from '../../protocol/html-form.js';
import { meaningOf } from './button-words.js';
import { readPage } from './html-page.js';
import { questionOn, type Question, type Reader } from './page-question.js';

const url = 'https://as.example/oauth/authorize?client_id=c';

async function asked(html: string, reader: Partial<Reader> = {}): Promise<Question> {
  return questionOn(await readPage({ url, html }), { selectors: {}, status: 200, ...reader });
}

/** What is sent to agree, as a form would write it; or the kind of the question where there is nothing to agree to. */
async function agreement(html: string, reader: Partial<Reader> = {}): Promise<string> {
  const question = await asked(html, reader);
  if (question.kind !== 'consent') return question.kind;
  const fields = entriesOf(question.form, question.answers, question.approve);
  return new URLSearchParams(fields.map(([name, value]): [string, string] => [name, value])).toString();
}

const consents: readonly (readonly [string, string, string])[] = [
  [
    'two forms, told apart by a hidden field (Spring Security)',
    `<form method="post" action="/oauth/authorize"><input name="user_oauth_approval" value="false" type="hidden"><input type="submit" value="Deny"></form>
     <form method="post" action="/oauth/authorize"><input name="user_oauth_approval" value="true" type="hidden"><label><input name="authorize" value="Authorize" type="submit"></label></form>`,
    'user_oauth_approval=true&authorize=Authorize',
  ],
  [
    'two forms, the one that denies by DELETE (Laravel Passport, Doorkeeper)',
    `<form method="post" action="/oauth/authorize"><input type="hidden" name="_method" value="delete"><button type="submit">Cancel</button></form>
     <form method="post" action="/oauth/authorize"><input type="hidden" name="state" value="s"><button type="submit" class="btn btn-approve">Authorize</button></form>`,
    'state=s',
  ],
  [
    'one form, boxes for scopes and one to remember (Ory Hydra)',
    `<form method="post"><input type="checkbox" name="grant_scope" value="openid"><input type="checkbox" name="grant_scope" value="photos" checked>
     <input type="checkbox" id="remember" name="remember" value="1"><input type="submit" name="submit" value="Deny access"><input type="submit" name="submit" value="Allow access"></form>`,
    'grant_scope=openid&grant_scope=photos&submit=Allow+access',
  ],
  [
    'a no that holds a yes (IdentityServer)',
    '<form method="post"><button name="button" value="no">No, Do Not Allow</button><button name="button" value="yes">Yes, Allow</button></form>',
    'button=yes',
  ],
  [
    'German, the no first',
    '<form method="post"><button name="a" value="1">Nicht zustimmen</button><button name="a" value="2">Zustimmen</button></form>',
    'a=2',
  ],
  [
    'Japanese',
    '<form method="post"><button name="a" value="x1">許可しない</button><button name="a" value="x2">許可する</button></form>',
    'a=x2',
  ],
  [
    'pictures with names for those who do not see',
    '<form method="post"><button aria-label="Ablehnen" name="a" value="x1"><svg></svg></button><input type="image" alt="Erlauben" name="b"></form>',
    'b.x=0&b.y=0',
  ],
  [
    'texts that say nothing, values that do',
    '<form method="post"><button name="consent" value="reject">×</button><button name="consent" value="accept">→</button></form>',
    'consent=accept',
  ],
  [
    'a choice of two radio buttons, and a button that only goes on',
    '<form method="post"><input type="radio" name="d" value="deny" checked> <label><input type="radio" name="d" value="2"> I agree</label><button>Continue</button></form>',
    'd=2',
  ],
  [
    'a single button in words that nobody here knows',
    '<form method="post"><input type="hidden" name="t" value="1"><button>Ndiyavuma</button></form>',
    't=1',
  ],
  [
    'two buttons in words that nobody here knows',
    '<form method="post"><button>Ndiyala</button><button>Ndiyavuma</button></form>',
    'unclear',
  ],
  [
    'nothing but hidden fields, sent on by a script',
    '<form method="post"><input type="hidden" name="t" value="1"></form><script>document.forms[0].submit()</script>',
    'passing-on',
  ],
  ['an error page with a way back', '<h1>invalid_request</h1><form action="/"><button>Back to the start</button></form>', 'none'],
  [
    'an error page with a search and the way out',
    '<form action="/search"><input name="q"><button>Go</button></form><form method="post" action="/logout"><button>Sign out</button></form>',
    'none',
  ],
  [
    'a code from a telephone',
    '<form method="post"><input name="otp" autocomplete="one-time-code"><button>Verify</button></form>',
    'one-time-code',
  ],
  [
    'a new account',
    '<form method="post"><input type="email" name="email"><input type="password" name="p1"><input type="password" name="p2"><button>Register</button></form>',
    'none',
  ],
];

for (const [what, html, sent] of consents) {
  test(`Of consent is read: ${what}`, async () => assert.equal(await agreement(html), sent));
}

test('An error page asks for nothing but a login', async () => {
  const consent = '<form method="post"><button>Allow</button></form>';
  assert.deepEqual([await agreement(consent), await agreement(consent, { status: 400 })], ['', 'none']);
  const login = '<form method="post"><input name="u"><input type="password" name="p"></form>';
  assert.equal((await asked(login, { status: 401 })).kind, 'login');
});

test('A login is found among other forms, with the field that holds the name', async () => {
  const question = await asked(`<form action="/newsletter"><input type="email" name="email"><button>Subscribe</button></form>
    <form method="post" action="login"><input name="tenant"><input name="j_username"><input type="password" name="j_password">
    <button name="how" value="reset">Forgot password?</button><button name="how" value="in">Log in</button></form>`);
  assert.ok(question.kind === 'login');
  assert.deepEqual([question.username?.name, question.password?.name, question.submit?.value], ['j_username', 'j_password', 'in']);
  assert.equal(question.form.action, 'https://as.example/oauth/login');
});

test('Selectors go before what is read, and one that fits nothing is passed over', async () => {
  const html = `<form method="post"><input id="one" name="one"><input id="two" type="text" name="two"><button id="no">Sign in</button><button id="go" name="go" value="1">X</button></form>`;
  const question = await asked(html, { selectors: { username: '#one', password: '#two', submit: '#go', approve: '.absent' } });
  assert.ok(question.kind === 'login');
  assert.deepEqual([question.username?.name, question.password?.name, question.submit?.name], ['one', 'two', 'go']);
  assert.deepEqual(await asked('<a class="ok" href="yes?x=1">?</a>', { selectors: { approve: 'a.ok' } }), {
    kind: 'consent-by-link',
    url: 'https://as.example/oauth/yes?x=1',
  });
});

test('A form is sent as a browser would send it', async () => {
  const { forms, refresh } = await readPage({
    url,
    html: `<base href="/base/"><meta http-equiv="Refresh" content="3; URL='next?a=1&amp;b=2'">
      <table><form method=POST action='post?a=1&amp;b=2#there'><tr><td><input type=hidden name="csrf" value="x&quot;&#39;&#x41;"></table>
      <input name=off value=1 disabled><fieldset disabled><input name=off2></fieldset><select name=s><option>a<option selected value=b>B</select>
      <textarea name=t>
one</textarea><input type=checkbox name=c><input type=checkbox name=d checked><button name=b1 value=1></button></form><input form=f name=far><form id=f></form><template><form></form></template>`,
  });
  const [form, other] = forms;
  assert.deepEqual(
    [forms.length, form?.method, form?.action, other?.method, other?.action],
    [2, 'POST', 'https://as.example/base/post?a=1&b=2#there', 'GET', url],
  );
  assert.deepEqual(form && entriesOf(form), [
    ['csrf', `x"'A`],
    ['s', 'b'],
    ['t', 'one'],
    ['d', 'on'],
  ]);
  assert.deepEqual(other && entriesOf(other), [['far', '']]);
  assert.deepEqual(refresh, { seconds: 3, url: 'https://as.example/base/next?a=1&b=2' });
});

test('A no counts before a yes, in an identifier as well', () => {
  assert.deepEqual(
    [
      'Do not allow',
      'Don’t allow',
      'disallowAccess',
      'allowAccess',
      'Autoriser',
      'Ne pas autoriser',
      'Разрешить',
      'Отказать',
      '동의하지 않음',
      'Notify me',
      '',
    ].map(meaningOf),
    ['deny', 'deny', 'deny', 'approve', 'approve', 'deny', 'approve', 'deny', 'deny', undefined, undefined],
  );
});

test('No page is too strange to be read', async () => {
  const piece = fc.constantFrom(
    '<form',
    '>',
    '<input type=password',
    ' name="',
    '"',
    '<button>',
    '</form>',
    '<base href=',
    '<meta http-equiv=refresh content="0;url=',
    '&#',
    '<!--',
    '<select><option',
    '\u0000',
    'http://[',
    ' ',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }), async (pieces) => {
      await asked(pieces.join(''));
    }),
    { numRuns: 300 },
  );
  const deep = '<div><label><input name=a>'.repeat(15_000);
  assert.equal((await asked(deep)).kind, 'none');
});
