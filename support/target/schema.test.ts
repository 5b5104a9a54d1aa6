import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { parse as parseYaml } from 'yaml';
import { parseTarget } from './parse.js';
import { targetSchema } from './schema.js';

const published = new URL('target.schema.json', import.meta.url);
const accepts = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false }).compile(targetSchema());

function parses(text: string): boolean {
  return 'target' in parseTarget(text, { file: 'acme.yaml', environment: { SET: 'value', N: '7' } });
}

const I = 'issuer: https://as.example.com\n';
const R = 'redirect_uris: [http://127.0.0.1:9876/callback]';
const C = `clients: [ { client_id: app, ${R} } ]\n`;
const S = 'clients: [ { client_id: app, client_secret: s } ]\n';
const both = 'endpoints: { authorization: https://a.example/a, token: https://a.example/t }\n';

const good = [
  I + C,
  `$schema: ./target.schema.json\n${I}registration: {}`,
  `${I}clients: [ { client_id: app, private_key_file: key.pem, ${R} } ]`,
  `${I}clients: [ { client_id: app, private_key_file: key.pem, token_endpoint_auth_method: private_key_jwt, ${R} } ]`,
  `${I}registration: {}`,
  `${I}registration: { initial_access_token: "\${SET}" }`,
  both + C,
  `${I}clients: [ { client_id: app, client_secret: s, token_endpoint_auth_method: client_secret_post, ${R} } ]`,
  `${I}clients: [ { client_id: app, token_endpoint_auth_method: none, redirect_uris: ["com.example.app:/cb"], application_type: native } ]`,
  `${I}profiles: [challenge-code-token]\n${S}`,
  `endpoints: { token: https://a.example/t }\nprofiles: [challenge-code-token]\n${S}`,
  `endpoints: { challenge_code_token: https://a.example/t }\nprofiles: [challenge-code-token]\n${S}`,
  `endpoints: { authorization: https://a.example/a, pkce_access_token: https://a.example/t }\nprofiles: [pkce-access-token]\n${C}`,
  `${I}lifetimes: { code: "\${N}", tolerance: 0 }\ncapabilities: { plain: false }\n${C}`,
  `${I}policy: { verifier_syntax: enforce, extra_error_codes: [], max_expires_in: 60 }\n${C}`,
  `${I}login: { driver: form, username: alice, password: "\${SET}", selectors: { approve: "#yes" } }\n${C}`,
  `${I}authorization_parameters: { audience: "" }\nca_file: ca.pem\nclock: { advance_url: "http://127.0.0.1:1/clock" }\n${C}`,
  `issuer: http://127.0.0.1:8080/tenant\n${C}`,
];

const bad = [
  '',
  'null',
  '[]',
  'text',
  C,
  I,
  `${I}clinets: []\n${C}`,
  `${I}clients: []`,
  `${I}clients: {}`,
  `${I}clients: [ { ${R} } ]`,
  `${I}clients: [ { client_id: app } ]`,
  `${I}clients: [ { client_id: app, redirect_uris: [] } ]`,
  `${I}clients: [ { client_id: app, redirect_uris: [/callback] } ]`,
  `${I}clients: [ { client_id: app, redirect_uris: ["https://a.example/#x"] } ]`,
  `${I}clients: [ { client_id: 7, ${R} } ]`,
  `${I}clients: [ { client_id: app, redirect_uri: "x:/y", ${R} } ]`,
  `${I}clients: [ { client_id: app, client_secret: s, token_endpoint_auth_method: none, ${R} } ]`,
  `${I}clients: [ { client_id: app, token_endpoint_auth_method: client_secret_basic, ${R} } ]`,
  `${I}clients: [ { client_id: app, client_secret: s, token_endpoint_auth_method: private_key_jwt, ${R} } ]`,
  `${I}registration: {}\n${C}`,
  `${both}registration: {}`,
  `endpoints: { token: https://a.example/t }\n${C}`,
  `endpoints: { authorization: https://a.example/a }\n${C}`,
  `endpoints: { token: https://a.example/t }\nprofiles: [pkce-access-token]\n${C}`,
  `endpoints: { authorization: https://a.example/a, pkce_access_token: https://a.example/t }\nprofiles: [pkce-access-token, rfc9700]\n${C}`,
  `${I}profiles: [challenge-code-token]\n${C}`,
  `${I}profiles: [rfc9999]\n${C}`,
  `${I}profiles: rfc9700\n${C}`,
  `${I}profiles: []\n${C}`,
  `issuer: https://as.example.com?x\n${C}`,
  `issuer: as.example.com\n${C}`,
  `${I}endpoints: { token: /token }\n${C}`,
  `${I}lifetimes: { code: sixty }\n${C}`,
  `${I}lifetimes: { code: 0 }\n${C}`,
  `${I}lifetimes: { tolerance: -1 }\n${C}`,
  `${I}capabilities: { plain: "yes" }\n${C}`,
  `${I}policy: { max_verifier_length: 128.5 }\n${C}`,
  `${I}policy: { extra_error_codes: ['a"b'] }\n${C}`,
  `${I}policy: { reuse_scope: user }\n${C}`,
  `${I}login: { driver: captcha }\n${C}`,
  `${I}authorization_parameters: { max_age: 5 }\n${C}`,
  `${I}authorization_parameters: { client_id: other }\n${C}`,
  `${I}authorization_parameters: { audience: api, state: fixed }\n${C}`,
  `${I}insecure_http: 1\n${C}`,
  `${I}clock: {}\n${C}`,
  `${I}scope: ""\n${C}`,
];

test('The published schema is the one that follows from the parser (write it with UPDATE_SCHEMA=1)', () => {
  const text = `${JSON.stringify(targetSchema(), null, 2)}\n`;
  if (process.env.UPDATE_SCHEMA === '1') writeFileSync(published, text);
  assert.deepEqual(JSON.parse(readFileSync(published, 'utf8')), JSON.parse(text));
});

test('Schema and parser accept the same files', () => {
  for (const text of good) assert.deepEqual([accepts(parseYaml(text)), parses(text)], [true, true], text);
});

test('Schema and parser refuse the same files', () => {
  for (const text of bad) assert.deepEqual([accepts(parseYaml(text)), parses(text)], [false, false], text);
});

test('Whatever the schema refuses the parser refuses, of files with any one key damaged', () => {
  const junk = fc.constantFrom<unknown>(
    null,
    0,
    -1,
    1.5,
    '',
    'x',
    '${',
    '${N}',
    true,
    [],
    [1],
    {},
    { x: 1 },
    'https://a.example/#',
    'rfc9700',
  );
  const file = fc.constantFrom(...good).map((text) => parseYaml(text) as Record<string, unknown>);
  fc.assert(
    fc.property(file, fc.nat(), fc.nat(), junk, (contents, first, second, value) => {
      const damaged = structuredClone(contents);
      const names = [...Object.keys(damaged), 'scope', 'lifetimes', 'policy'];
      const name = names[first % names.length] ?? '';
      const member = damaged[name];
      const inner = typeof member === 'object' && member !== null ? Object.keys(member) : [];
      if (inner.length > 0 && second % 2 === 0) (member as Record<string, unknown>)[inner[second % inner.length] ?? ''] = value;
      else damaged[name] = value;
      const text = JSON.stringify(damaged);
      if (parses(text)) assert.ok(accepts(damaged), `${text} ${JSON.stringify(accepts.errors)}`);
    }),
    { numRuns: 500 },
  );
});
