import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Exchange } from './exchange.js';
import { redactExchange, redactText } from './redact.js';
import { SecretIndex } from './secret-index.js';

type Parts = { readonly url?: string; readonly headers?: Exchange['request']['headers']; readonly body?: string | Uint8Array };
type Answered = { readonly status?: number; readonly headers?: Exchange['request']['headers']; readonly body?: string };

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const json = { 'content-type': 'application/json' };

function exchange(request: Parts, answer: Answered = {}): Exchange {
  const { url = 'https://as.example/token', headers = {}, body = '' } = request;
  return {
    n: 7,
    sentAt: 1_700_000_000_000,
    answeredAt: 1_700_000_000_041,
    ms: 41.03,
    request: { method: 'POST', url, headers, body: typeof body === 'string' ? new TextEncoder().encode(body) : body },
    outcome: { kind: 'answer', status: 200, headers: {}, body: '', ...answer },
  };
}

const token = '2YotnFZFEjr1zCsicMWpAA';
const shortened = '2Yot…pAA (22)';

describe('what stands under a telling name is cut short', () => {
  const bodyOf = (answer: Answered): string | undefined => redactExchange(exchange({}, answer)).response?.body;

  it('in JSON, at any depth, and stays JSON', () => {
    const body = bodyOf({
      headers: json,
      body: JSON.stringify({
        access_token: token,
        token_type: 'Bearer',
        deep: [{ refresh_token: 'short', x: { id_token: [token, { a: token }] } }],
      }),
    });
    assert.deepEqual(JSON.parse(body ?? ''), {
      access_token: shortened,
      token_type: 'Bearer',
      deep: [{ refresh_token: '…(5)', x: { id_token: [shortened, { a: shortened }] } }],
    });
  });

  it('in JSON that is broken, cut off, quoted within JSON or within a page', () => {
    for (const text of [
      `{"access_token":"${token}"`,
      `{"access_token":"${token}`,
      `{'access_token' : '${token}'}`,
      `{"\\u0061ccess_token":"${token}"}`,
      JSON.stringify({ log: JSON.stringify({ access_token: token }) }),
      `<pre>{&quot;access_token&quot;:&quot;${token}&quot;}</pre>`,
      `no JSON: access_token=${token}; and more`,
      `<input type=hidden value="${token}" name="code">`,
      `<INPUT NAME='code' VALUE='${token}'/>`,
      `<a href="https://rp.example/cb?state=1&amp;code=${token}">`,
      `<meta http-equiv=refresh content="0;url=/cb?code=${token}">`,
    ]) {
      const body = bodyOf({ body: text }) ?? '';
      assert.ok(body.includes(shortened) && !body.includes(token.slice(4, 12)), body);
    }
  });

  it('in forms, queries, fragments and Location, also within an encoded URL', () => {
    const url = `https://rp.example/cb?code=${token}&state=s#access_token=${token}&token_type=x`;
    const { request, response } = redactExchange(
      exchange(
        {
          url: `https://as.example/authorize?request_uri=urn%3Aexample%3A${token}&redirect_uri=${encodeURIComponent(url)}`,
          headers: form,
          body: `grant_type=authorization_code&%63ode=${token}&client_secret=a+b&code=&password=`,
        },
        { status: 302, headers: { location: url } },
      ),
    );
    assert.equal(
      request.url,
      `https://as.example/authorize?request_uri=…(34)&redirect_uri=${encodeURIComponent(url).replaceAll(token, shortened)}`,
    );
    assert.equal(request.body, `grant_type=authorization_code&%63ode=${shortened}&client_secret=…(3)&code=&password=`);
    assert.equal(response?.headers['location'], url.replaceAll(token, shortened));
  });

  it('in header fields, of which the rest stays', () => {
    const { request, response } = redactExchange(
      exchange(
        { headers: { authorization: [`Bearer ${token}`, 'Basic YTpi', token], cookie: `a=${token}; b=2` } },
        {
          headers: {
            'set-cookie': [`sid=${token}; Path=/; HttpOnly`, 'x=; Max-Age=0'],
            'www-authenticate': 'Bearer error="invalid_token"',
          },
        },
      ),
    );
    assert.deepEqual(request.headers, {
      authorization: [`Bearer ${shortened}`, 'Basic …(4)', shortened],
      cookie: `a=${shortened}; b=…(1)`,
    });
    assert.deepEqual(response?.headers, {
      'set-cookie': [`sid=${shortened}; Path=/; HttpOnly`, 'x=; Max-Age=0'],
      'www-authenticate': 'Bearer error="invalid_token"',
    });
  });

  it('and words that only look like it are not', () => {
    const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
    const body = `grant_type=authorization_code&response_type=code&code_verifier=${verifier}&code_challenge=${verifier}&state=xyz&client_id=s6BhdRkqt3`;
    const answer =
      '{"error":"invalid_grant","error_description":"the code is wrong","code":400,"details":{"code":"invalid_code"},"token_type":"Bearer"}';
    const shown = redactExchange(exchange({ headers: form, body }, { headers: json, body: answer }));
    assert.equal(shown.request.body, body);
    assert.equal(shown.response?.body, answer);
  });
});

describe('a known secret is cut short wherever it is', () => {
  it('whole, or as a fragment', () => {
    const index = new SecretIndex([token, 'pass', 'confidential-client-secret']);
    assert.equal(redactText(`"${token}" ${token.slice(3, 18)} x`, index), `"${shortened}" …(15) x`);
    assert.equal(
      redactText('pass, passed, "pass" confidential-client confidential-client-secret', index),
      '…(4), passed, "…(4)" confidential-client conf…ret (26)',
    );
  });

  it('but not the name of a client that its secret was made of', () => {
    const index = new SecretIndex(['acme-2-public-name-and-more'], new Set(['acme-2-public-name', 'acme-2-secret-name']));
    assert.equal(
      redactText('client_id=acme-2-public-name&client_secret=acme-2-public-name-and-more x=acme-2-public-nam', index),
      'client_id=acme-2-public-name&client_secret=acme…ore (27) x=…(17)',
    );
    const itself = new SecretIndex(['acme-2-secret-name'], new Set(['acme-2-secret-name']));
    assert.equal(redactText('client_id=acme-2-secret-name', itself), 'client_id=…(18)');
  });

  it('but not where it is nothing to search for', () => {
    assert.equal(redactText('a bc', new SecretIndex(['a', '', 'bc'])), 'a bc');
  });
});

describe('bodies', () => {
  it('are shortened, and a secret on the border does not slip through', () => {
    for (let at = 16_384 - 30; at < 16_384 + 5; at += 1) {
      const { response } = redactExchange(exchange({}, { body: `${'-'.repeat(at)}${token}${'-'.repeat(9_000)}` }), [token]);
      assert.ok(!response?.body.includes('YotnFZF'));
      assert.match(response?.body ?? '', /… \(shortened: \d+ characters in all\)$/);
    }
  });

  it('that are no text are shown safely', () => {
    const shown = redactExchange(
      exchange({ body: Uint8Array.from([0, 27, 91, 0xff, 0xc3, 0xa9, 10, 13, 0xf0]) }, { body: '\u0000\u009b\ufffd' }),
    );
    assert.equal(shown.request.body, '\\x00\\x1b[\\xff\u00e9\n\\x0d\\xf0');
    assert.equal(shown.response?.body, '\\x00\\x9b\ufffd');
  });

  it('that are hostile take no time to speak of', { timeout: 60_000 }, () => {
    for (const piece of [
      '<input ',
      '"',
      '{"code":[',
      '%25',
      '\\u005c',
      '&amp;',
      'code=',
      'a=',
      '\\"',
      '{"code":"\\',
      "'code':{",
      '<input name=code value=',
      '+%2B&#43;',
    ]) {
      const { response } = redactExchange(exchange({}, { body: piece.repeat(400_000) }));
      assert.ok((response?.body.length ?? 0) < 20_000);
    }
  });
});

describe('a failure', () => {
  it('is told, without secrets', () => {
    const failed: Exchange = { ...exchange({}), outcome: { kind: 'failure', cause: 'refused', message: `as.example:443: no ${token}` } };
    const { failure, response } = redactExchange(failed, [token]);
    assert.deepEqual([failure, response], [`as.example:443: no ${shortened}`, undefined]);
  });
});

describe('no eight characters of a secret survive', () => {
  const plain = (text: string): string => text;
  const percent = (text: string): string => Array.from(Buffer.from(text), (octet) => `%${octet.toString(16).padStart(2, '0')}`).join('');
  const units = (text: string): string =>
    Array.from({ length: text.length }, (_, i) => `\\u${text.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
  const html = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
  const quoted = (text: string): string => JSON.stringify(text).slice(1, -1);
  const encodings = {
    plain,
    percent,
    upper: (text: string) => percent(text).toUpperCase(),
    uri: encodeURIComponent,
    form: (text: string) => new URLSearchParams([['', text]]).toString().slice(1),
    twice: (text: string) => encodeURIComponent(encodeURIComponent(text)),
    units,
    quoted,
    quotedTwice: (text: string) => quoted(quoted(text)),
    html,
    uriInJson: (text: string) => quoted(encodeURIComponent(text)),
    base64: (text: string) => Buffer.from(text).toString('base64'),
    base64url: (text: string) => Buffer.from(text).toString('base64url'),
    hex: (text: string) => Buffer.from(text).toString('hex'),
    hexWithin: (text: string) => Buffer.from(`client:${text}!`).toString('hex').toUpperCase(),
    hexOff: (text: string) => `a${Buffer.from(text).toString('hex')}`,
    capitals: (text: string) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
    small: (text: string) => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
    base64Within: (text: string) => Buffer.from(`client:${text}!`).toString('base64'),
    base64urlWithin: (text: string) => Buffer.from(`{"a":"${text}"}`).toString('base64url'),
  };
  const places: Readonly<Record<string, (text: string) => Exchange>> = {
    path: (text) => exchange({ url: `https://as.example/${text}/x` }),
    query: (text) => exchange({ url: `https://as.example/?x=${text}` }),
    named: (text) => exchange({ url: `https://as.example/?a=b&code=${text}&c=d` }),
    userinfo: (text) => exchange({ url: `https://user:${text}@as.example/` }),
    form: (text) => exchange({ headers: form, body: `a=b&x=${text}&c=d` }),
    member: (text) => exchange({ headers: json, body: `{"a":["x",{"b":"${text}"}]}` }),
    anything: (text) => exchange({ body: `word ${text} word` }),
    octets: (text) => exchange({ body: Buffer.concat([Buffer.from([0xff, 0]), Buffer.from(text), Buffer.from([0xfe])]) }),
    header: (text) => exchange({ headers: { 'x-some': [`a ${text} b`, text] } }),
    location: (text) => exchange({}, { headers: { location: `/cb?x=1#y=${text}` } }),
    answer: (text) => exchange({}, { headers: json, body: `{"error_description":"no ${text}."}` }),
    page: (text) => exchange({}, { body: `<input type="hidden" name="csrf" value="${text}"><p>${text}</p>` }),
    cookie: (text) => exchange({ headers: { cookie: `sid=${text}` } }, { headers: { 'set-cookie': `sid=${text}; Path=/` } }),
  };
  const survivors = (shown: string, secret: string): string[] =>
    Array.from({ length: Math.max(0, secret.length - 7) }, (_, i) => secret.slice(i, i + 8)).filter((gram) => shown.includes(gram));
  const check = (secret: string, encoding: keyof typeof encodings, place: string): void => {
    const said = encodings[encoding](secret);
    const shown = JSON.stringify(redactExchange(places[place]?.(said) ?? exchange({}), [secret]));
    assert.deepEqual(survivors(shown, secret), [], `${encoding} in ${place}: ${shown}`);
    assert.deepEqual(survivors(shown, JSON.stringify(secret).slice(1, -1)), []);
    if (/^(capitals|small)$/.test(encoding)) assert.deepEqual(survivors(shown, said), [], `${encoding} in ${place}: ${shown}`);
    if (/^hex/.test(encoding))
      assert.ok(!shown.toLowerCase().includes(Buffer.from(secret).toString('hex')), `${encoding} in ${place}: ${shown}`);
    if (/^base64(url)?$/.test(encoding))
      assert.deepEqual(survivors(shown, said.replaceAll('=', '').slice(0, -1)), [], `${encoding} in ${place}: ${shown}`);
  };
  const alphabets = {
    token: fc.string({ unit: fc.constantFrom(...'ABCXYZabcxyz0189-._~'), minLength: 8, maxLength: 100 }),
    printable: fc.string({ unit: 'grapheme-ascii', minLength: 8, maxLength: 60 }),
    text: fc.string({ unit: 'grapheme', minLength: 8, maxLength: 30 }),
  };
  for (const [alphabet, secrets] of Object.entries(alphabets)) {
    it(`whichever they are (${alphabet}), however encoded, wherever put`, () => {
      const encoding = fc.constantFrom(...(Object.keys(encodings) as (keyof typeof encodings)[]));
      fc.assert(fc.property(secrets, encoding, fc.constantFrom(...Object.keys(places)), check), { numRuns: 1_000 });
    });
  }
});
