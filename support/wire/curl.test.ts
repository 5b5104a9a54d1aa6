import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { curl } from './curl.js';
import type { SentRequest } from './exchange.js';
import { SecretIndex } from './secret-index.js';

const none = new SecretIndex();
const octets = (text: string): Uint8Array => new TextEncoder().encode(text);

function request(rest: Partial<SentRequest> = {}): SentRequest {
  return {
    method: 'POST',
    url: 'https://as.example/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: octets('a=b'),
    ...rest,
  };
}

/** What a shell makes of the command: the words that curl is given, and what it reads from its input. */
function run(command: string, variables: Readonly<Record<string, string>> = {}): { words: string[]; input: Buffer } {
  const script = `curl() { for word; do printf '%s\\0' "$word"; done; case "$*" in *@-) printf '\\1'; cat;; esac; }\n${command}`;
  const { stdout, stderr, status } = spawnSync('/bin/sh', ['-c', script], { env: variables });
  assert.equal(status, 0, stderr.toString());
  const split = stdout.indexOf(1);
  const words = (split < 0 ? stdout : stdout.subarray(0, split)).toString('utf8').split('\0');
  return { words: words.slice(0, -1), input: split < 0 ? Buffer.alloc(0) : stdout.subarray(split + 1) };
}

describe('curl', () => {
  it('says the request with variables for its secrets, and verifiers whole', () => {
    const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
    const command = curl(
      request({
        url: 'https://as.example/token?access_token=abc',
        headers: { 'content-type': 'application/x-www-form-urlencoded', authorization: 'Bearer abc', cookie: 'sid=xyz', accept: '' },
        body: octets(`grant_type=authorization_code&code=SplxlOBeZQQYbYS6WxSbIA&code_verifier=${verifier}&code=other&client_secret=`),
      }),
      none,
    );
    assert.equal(
      command,
      [
        `curl -sS -i 'https://as.example/token?access_token='"$ACCESS_TOKEN"`,
        `-H 'content-type: application/x-www-form-urlencoded'`,
        `-H 'authorization: Bearer '"$ACCESS_TOKEN" -H 'cookie: sid='"$COOKIE" -H 'accept;'`,
        `--data-raw 'grant_type=authorization_code&code='"$CODE"'&code_verifier=${verifier}&code='"$CODE_2"'&client_secret='`,
      ].join(' '),
    );
    const { words } = run(command, { CODE: 'c 1', CODE_2: 'c"2', ACCESS_TOKEN: '$(x)' });
    assert.ok(words.includes('authorization: Bearer $(x)'));
    assert.equal(words.at(-1), `grant_type=authorization_code&code=c 1&code_verifier=${verifier}&code=c"2&client_secret=`);
  });

  it('says Basic credentials as a user', () => {
    const basic = (text: string): string =>
      curl(request({ method: 'GET', headers: { authorization: `Basic ${Buffer.from(text).toString('base64')}` }, body: octets('') }), none);
    assert.equal(basic('my client:s3cret'), `curl -sS -i https://as.example/token -u 'my client:'"$CLIENT_SECRET"`);
    assert.match(basic('no-colon'), /-H 'authorization: Basic '"\$CREDENTIALS"$/);
  });

  it('says the method where curl would not guess it, and no type where there was none', () => {
    assert.equal(
      curl(request({ headers: {} }), none),
      'curl -sS -i https://as.example/token -H content-type: --data-raw a=b'.replace('-H content-type:', "-H 'content-type:'"),
    );
    assert.match(curl(request({ body: octets('') }), none), /^curl -sS -i -X POST /);
    assert.match(curl(request({ method: 'GET' }), none), /^curl -sS -i -X GET .* --data-raw a=b$/);
    assert.match(curl(request({ method: 'HEAD', body: octets('') }), none), /^curl -sS -i --head /);
    assert.match(
      curl(request({ body: octets('a'.repeat(20_000)) }), none),
      / --data-binary @body {2}# a body of 20000 octets, not shown here$/,
    );
  });

  it('names known secrets that stand under no name', () => {
    assert.equal(
      curl(
        request({ url: 'https://as.example/SplxlOBeZQQ', method: 'GET', body: octets(''), headers: {} }),
        new SecretIndex(['SplxlOBeZQQ']),
      ),
      `curl -sS -i https://as.example/"$SECRET"`,
    );
  });

  it('is read by a shell as what was sent, whatever it was', () => {
    const field = fc.string({ unit: fc.constantFrom(...'abc\'"$`\\!%;&|<>(){}[]*?~# \t\u00e9\u{1f600}'), maxLength: 20 });
    fc.assert(
      fc.property(field, fc.uint8Array({ maxLength: 40 }), field, (header, body, text) => {
        const sent = request({ url: `https://as.example/${text}`, headers: { 'content-type': 'x/y', 'x-some': `.${header}.` }, body });
        const { words, input } = run(curl(sent, none));
        assert.ok(words.includes(sent.url), words.join('\n'));
        assert.ok(words.includes(`x-some: .${header}.`), words.join('\n'));
        const raw = words.indexOf('--data-raw');
        assert.deepEqual([...(raw < 0 ? input : Buffer.from(words[raw + 1] ?? ''))], [...body]);
      }),
      { numRuns: 150 },
    );
  });

  it('holds nothing that a terminal would obey', () => {
    const command = curl(request({ url: 'https://as.example/\u001b[2J\r\u202e', body: Uint8Array.from([27, 7, 8, 13]) }), none);
    assert.match(command, /^[\x20-\x7e]+$/);
  });
});
