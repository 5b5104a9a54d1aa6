import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { describeFault, type TargetFault } from './fault.js';
import { parseTarget } from './parse.js';
import type { ProfileName } from './profiles.js';

const environment = { ACME_SECRET: 'open-sesame-0123456789', EMPTY: '' };

function faults(text: string, profiles?: readonly ProfileName[]): readonly TargetFault[] {
  const parsed = parseTarget(text, { file: 'acme.yaml', environment, ...(profiles === undefined ? {} : { profiles }) });
  assert.ok('faults' in parsed, 'the file is refused');
  assert.ok(parsed.faults.length > 0);
  return parsed.faults;
}

const issuer = 'issuer: https://as.example.com\n';
const callback = 'redirect_uris: [http://127.0.0.1:9876/callback]';
const oneClient = `clients: [ { client_id: app, ${callback} } ]\n`;

test('What the environment holds is in no fault', () => {
  const text = `issuer: \${ACME_SECRET}\nprofiles: ["\${ACME_SECRET}"]\nlifetimes: { code: "\${ACME_SECRET}" }\nlogin: { password: ["\${ACME_SECRET}"] }\n`;
  const words = faults(text).map(describeFault).join('\n');
  assert.doesNotMatch(words, /sesame/);
  assert.match(words, /issuer is "\$\{ACME_SECRET\}"/);
});

test('A secret in the file is in no fault', () => {
  const wrong = [
    'login: { password: 8675309 }',
    'login: { password: [hunter2] }',
    'login: { password: hunter2, pasword: hunter2 }',
    'registration: { initial_access_token: { a: hunter2 } }',
    'registration: hunter2',
    'login: hunter2',
    'login: { password: *hunter2 }',
    'login: { password: !hunter2 x }',
    'login: { password: "hunter2\\q" }',
    'login: { password: hunter2: x }',
    'login: { password: "${hunter2!}" }',
    'clients: [ { client_id: a, client_secret: hunter2, token_endpoint_auth_method: none } ]',
    'authorization_parameters: { key: 8675309 }',
    'authorization_parameters: { key: "${hunter2" }',
    'issuer: https://hunter2@as.example.com',
  ];
  for (const text of wrong) assert.doesNotMatch(faults(text).map(describeFault).join('\n'), /hunter2|8675309/, text);
});

test('Each fault stands at its key', () => {
  const cases: readonly (readonly [text: string, key: string, place: string, profiles?: readonly ProfileName[]])[] = [
    [oneClient, 'issuer', '1:1'],
    [`endpoints: { token: https://a.example/t }\n${oneClient}`, 'endpoints.authorization', '1:12'],
    [`endpoints: { authorization: https://a.example/a }\n${oneClient}`, 'endpoints.token', '1:12'],
    [`endpoints: { authorization: https://a.example/a }\n${oneClient}`, 'endpoints.token', '1:12', ['pkce-access-token']],
    [`issuer: https://as.example.com?x\n${oneClient}`, 'issuer', '1:9'],
    [`issuer: "https://as.example.com#x"\n${oneClient}`, 'issuer', '1:9'],
    [`issuer: as.example.com\n${oneClient}`, 'issuer', '1:9'],
    [`issuer: https:as.example.com\n${oneClient}`, 'issuer', '1:9'],
    [`issuer: ftp://as.example.com\n${oneClient}`, 'issuer', '1:9'],
    [`${issuer}endpoints: { token: http://as.example.com/t }\n${oneClient}`, 'endpoints.token', '2:21'],
    [`${issuer}endpoints: { token: "https://as.example.com/t#x" }\n${oneClient}`, 'endpoints.token', '2:21'],
    [
      `${issuer}${oneClient}authorization_parameters: { prompt: login, code_challenge: x }`,
      'authorization_parameters.code_challenge',
      '3:44',
    ],
    [`${issuer}${oneClient}authorization_parameters: { response_mode: form_post }`, 'authorization_parameters.response_mode', '3:44'],
    [`${issuer}clients: []`, 'clients', '2:10'],
    [`${issuer}clients: [ app ]`, 'clients[0]', '2:12'],
    [`${issuer}clients: [ { ${callback} } ]`, 'clients[0].client_id', '2:12'],
    [`${issuer}clients: [ { client_id: a } ]`, 'clients[0].redirect_uris', '2:12'],
    [`${issuer}clients: [ { client_id: a, redirect_uris: [ /callback ] } ]`, 'clients[0].redirect_uris[0]', '2:45'],
    [`${issuer}clients: [ { client_id: a, redirect_uris: [ "https://app.example.com/#x" ] } ]`, 'clients[0].redirect_uris[0]', '2:45'],
    [`${issuer}clients: [ { client_id: a, ${callback} }, { client_id: a, ${callback} } ]`, 'clients[1].client_id', '2:92'],
    [
      `${issuer}clients: [ { client_id: a, client_secret: s, token_endpoint_auth_method: none, ${callback} } ]`,
      'clients[0].client_secret',
      '2:43',
    ],
    [
      `${issuer}clients: [ { client_id: a, token_endpoint_auth_method: client_secret_post, ${callback} } ]`,
      'clients[0].client_secret',
      '2:12',
    ],
    [
      `${issuer}clients: [ { client_id: a, token_endpoint_auth_method: private_key_jwt, ${callback} } ]`,
      'clients[0].private_key_file',
      '2:12',
    ],
    [
      `${issuer}clients: [ { client_id: a, token_endpoint_auth_method: client_secret_jwt, ${callback} } ]`,
      'clients[0].token_endpoint_auth_method',
      '2:56',
    ],
    [`${issuer}clients: [ { client_id: a, client_secret: s, private_key_file: k, ${callback} } ]`, 'clients[0].private_key_file', '2:64'],
    [`${issuer}registration: {}\n${oneClient}`, 'registration', '2:15'],
    ['endpoints: { authorization: https://a.example/a, token: https://a.example/t }\nregistration: {}', 'issuer', '1:1'],
    [`${issuer}${oneClient}`, 'clients[0].client_secret', '2:12', ['challenge-code-token']],
    [`${issuer}${oneClient}`, 'clients[0].client_secret', '2:12', ['rfc9700', 'challenge-code-token']],
    [`${issuer}scope: profile\n${oneClient}`, 'scope', '2:8', ['oidc']],
    [`${issuer}login: { driver: module }\n${oneClient}`, 'login.module', '2:8'],
    [`${issuer}login: { driver: form, module: ./x.mjs }\n${oneClient}`, 'login.module', '2:32'],
    [`${issuer}login: { driver: captcha }\n${oneClient}`, 'login.driver', '2:18'],
    [`${issuer}proof: {}\nclients: [ { client_id: a, client_secret: s } ]`, 'proof.url', '2:8', ['challenge-code-token']],
    [`${issuer}clock: {}\n${oneClient}`, 'clock.advance_url', '2:8'],
    [`${issuer}scope: "\${EMPTY}"\n${oneClient}`, 'scope', '2:8'],
    [`${issuer}scope: 5\n${oneClient}`, 'scope', '2:8'],
    [`${issuer}policy: { max_verifier_length: 128.5 }\n${oneClient}`, 'policy.max_verifier_length', '2:32'],
    [`${issuer}policy: { extra_error_codes: [ 'a"b' ] }\n${oneClient}`, 'policy.extra_error_codes[0]', '2:32'],
    [`${issuer}lifetimes: { code: .inf }\n${oneClient}`, 'lifetimes.code', '2:20'],
    [`${issuer}lifetimes: { code: 0 }\n${oneClient}`, 'lifetimes.code', '2:20'],
    [`${issuer}insecure_http: "true"\n${oneClient}`, 'insecure_http', '2:16'],
    [`${issuer}name: !!binary aGk=\n${oneClient}`, 'name', '2:16'],
    [`${issuer}profiles: []\n${oneClient}`, 'profiles', '2:11'],
    ['- a\n', '', '1:1'],
    ['plain text\n', '', '1:1'],
    [`${issuer}${oneClient}issuer: https://other.example.com\n`, '', '3:1'],
    [`${issuer}---\n${oneClient}`, '', '2:1'],
  ];
  for (const [text, key, place, profiles] of cases) {
    const found = faults(text, profiles);
    assert.deepEqual(
      found.map((fault) => [fault.key, `${fault.line}:${fault.column}`]),
      [[key, place]],
      text,
    );
    assert.ok(describeFault(found[0]!).split('\n').length <= 2, text);
  }
});

test('An alias that leads nowhere, to itself or to a flood is told, not followed', () => {
  assert.equal(faults(`${issuer}login: { username: *x }\n${oneClient}`)[0]?.key, 'login.username');
  assert.equal(faults(`${issuer}clients: &x [ *x ]`)[0]?.key, 'clients[0]');
  const bomb = Array.from({ length: 30 }, (_, n) => `k${n}: &a${n} [${n > 0 ? `*a${n - 1}, *a${n - 1}, *a${n - 1}` : 'x'}]`).join('\n');
  assert.ok(faults(bomb).length >= 30);
});

test('No text makes the parser throw, and each fault has a place and a sentence', () => {
  const words = fc.constantFrom(
    ...'issuer clients client_id redirect_uris https://a.example ${A} ${ &a *a !!int --- | > : - [ ] { } " \' # , ? % @ ` null 1 true \t'.split(
      ' ',
    ),
    '\n',
    '\n  ',
    ' ',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(words, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.json(),
  );
  fc.assert(
    fc.property(text, (given) => {
      const parsed = parseTarget(given, { file: 'acme.yaml', environment });
      if ('target' in parsed) return;
      assert.ok(parsed.faults.length > 0);
      for (const fault of parsed.faults) {
        assert.ok(fault.line >= 0 && fault.column >= 0 && fault.found !== '' && fault.expected !== '');
        assert.ok(describeFault(fault).split('\n').length <= 2);
      }
    }),
    { numRuns: 500 },
  );
});

test('A merge key is told for what it is', () => {
  const client = `{ client_id: app, ${callback} }`;
  for (const text of [
    `${issuer}clients:\n  - &app ${client}\n  - { <<: *app, client_id: other }\n`,
    `${issuer}clients: [ &app ${client} ]\nauthorization_parameters: { <<: *app }\n`,
  ]) {
    const [merging, ...others] = faults(text).filter(({ key }) => key.endsWith('"<<"'));
    assert.ok(merging);
    assert.match(describeFault(merging), /"<<" is a merge key: YAML 1\.2 has none.*Write the keys out here/s);
    assert.deepEqual(others, []);
  }
});
