import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { describeFault } from './fault.js';
import { ownParameters } from './own-parameters.js';
import { parseTarget } from './parse.js';
import { readTarget } from './read-target.js';

const clients = 'clients:\n  - { client_id: app, redirect_uris: [http://127.0.0.1:9876/callback] }\n';

function told(text: string): string {
  const parsed = parseTarget(text, { file: 'acme.yaml', environment: {} });
  assert.ok('faults' in parsed, 'the file is refused');
  return parsed.faults.map(describeFault).join('\n');
}

test('An unknown key names the nearest known one', () => {
  assert.equal(
    told(`issuer: https://as.example.com\nclinets: []\n`),
    'acme.yaml:2:1  clinets is no key of a target file: the nearest known key is clients.\n               Write clients, or take the key away.',
  );
});

test('A key in the wrong place is sent home', () => {
  assert.equal(
    told(`issuer: https://as.example.com\ntoken_endpoint: https://as.example.com/token\n${clients}`),
    'acme.yaml:2:1  token_endpoint is no key of a target file: the key is endpoints.token.\n               Move it there.',
  );
});

test('A wrong type says what was found and what belongs there', () => {
  assert.equal(
    told(`issuer: https://as.example.com\nlifetimes: { code: "60" }\n${clients}`),
    'acme.yaml:2:20  lifetimes.code is "60": a lifetime in seconds is a number, 1 or more.\n                Take the quotes off.',
  );
});

test('An unset variable is named, and nothing else of its value', () => {
  assert.equal(
    told(
      'issuer: https://as.example.com\nclients:\n  - client_id: app\n    client_secret: "pre-${ACME_SECRET}"\n    redirect_uris: [https://app.example.com/]\n',
    ),
    'acme.yaml:4:20  clients[0].client_secret is read from ${ACME_SECRET}: this environment variable is not set.\n' +
      '                Set it before you start: export ACME_SECRET=…',
  );
});

test('A file without clients says how to name or register them', () => {
  assert.equal(
    told('issuer: https://as.example.com\n'),
    'acme.yaml:1:1  clients is missing: codes and tokens are asked for by a client.\n' +
      '               Add clients: [ { client_id: …, redirect_uris: [ … ] } ], or registration: {} where the server offers RFC 7591.',
  );
});

test('A parameter that the suite sends itself is refused, and sent home where it has one', () => {
  assert.equal(
    told(`issuer: https://as.example.com\n${clients}authorization_parameters:\n  audience: api\n  scope: openid\n`),
    'acme.yaml:6:3  authorization_parameters.scope is given: the suite sends this parameter itself, and none may come twice (RFC 6749 §3.1).\n' +
      '               Take it away, and write scope: … at the top of the file or under clients[].scope.',
  );
  for (const name of Object.keys(ownParameters)) {
    const words = told(`issuer: https://as.example.com\n${clients}authorization_parameters: { ${name}: x }\n`);
    assert.match(words, new RegExp(`^acme.yaml:4:29  authorization_parameters.${name} is given: .*\\.\n +Take it away`));
  }
});

test('An unknown profile names the nearest', () => {
  assert.equal(
    told(`issuer: https://as.example.com\nprofiles: [rfc9770]\n${clients}`),
    'acme.yaml:2:12  profiles[0] is "rfc9770": a profile is one of rfc7636, rfc9700, oauth-2.1, oidc, challenge-code-token, pkce-access-token.\n' +
      '                Did you mean rfc9700?',
  );
});

test('An http issuer on a foreign host says when http is allowed', () => {
  assert.equal(
    told(`# staging\nissuer: "http://as.example.com/"\n${clients}`),
    'acme.yaml:2:9  issuer is "http://as.example.com/": an issuer is an https URL without query or fragment (RFC 8414 §2).\n' +
      '               For a server on this machine use http://127.0.0.1 or http://localhost; elsewhere say insecure_http: true.',
  );
});

test('What is not YAML is told at its place and never quoted', () => {
  assert.equal(
    told('issuer: https://as.example.com\nlogin:\n  password: @hunter2\n'),
    'acme.yaml:3:13  is neither YAML nor JSON: a value cannot begin with this character.\n                Put quotes around it.',
  );
});

test('A file that cannot be read is one fault', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'target-'));
  t.after(() => rm(folder, { recursive: true }));
  const junk = join(folder, 'junk.yaml');
  await writeFile(
    junk,
    Uint8Array.from({ length: 512 }, (_, octet) => octet % 256),
  );
  const empty = join(folder, 'empty.yaml');
  await writeFile(empty, '');
  const cases = [
    [join(folder, 'none.yaml'), /none\.yaml {2}does not exist: .*\n.*init URL$/],
    [folder, /is a directory: .*\n.*Name the file in it\.$/],
    [junk, /junk\.yaml {2}is no text: .*\n/],
    [empty, /empty\.yaml {2}is empty: .*\n.*init URL$/],
  ] as const;
  for (const [path, words] of cases) {
    const parsed = await readTarget(path, { environment: {} });
    assert.ok('faults' in parsed);
    assert.equal(parsed.faults.length, 1);
    assert.match(describeFault(parsed.faults[0]!), words);
  }
});
