import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse as parseYaml, stringify } from 'yaml';
import type { TargetDraft } from './draft.js';
import type { TargetFault } from './fault.js';
import { parseTarget } from './parse.js';
import { profileNames, type ProfileName } from './profiles.js';

const environment = { ACME_SECRET: 'open-sesame-0123456789', SECONDS: '60', YES: 'true', HOST: 'as.example.com', EMPTY: '' };

function target(text: string, profiles?: readonly ProfileName[]): TargetDraft {
  const parsed = parseTarget(text, { file: 'acme.yaml', environment, ...(profiles === undefined ? {} : { profiles }) });
  assert.ok('target' in parsed, JSON.stringify(parsed));
  return parsed.target;
}

function faults(text: string, profiles?: readonly ProfileName[]): readonly TargetFault[] {
  const parsed = parseTarget(text, { file: 'acme.yaml', environment, ...(profiles === undefined ? {} : { profiles }) });
  assert.ok('faults' in parsed, 'the file is refused');
  assert.ok(parsed.faults.length > 0);
  return parsed.faults;
}

const issuer = 'issuer: https://as.example.com\n';
const callback = 'redirect_uris: [http://127.0.0.1:9876/callback]';
const oneClient = `clients: [ { client_id: app, ${callback} } ]\n`;

test('Defaults stand where the file is silent', () => {
  assert.deepEqual(target(issuer + oneClient), {
    name: 'as.example.com',
    issuer: 'https://as.example.com',
    endpoints: {},
    profiles: ['rfc9700'],
    clients: [
      {
        client_id: 'app',
        token_endpoint_auth_method: 'none',
        method_declared: false,
        type: 'public',
        redirect_uris: ['http://127.0.0.1:9876/callback'],
        application_type: 'web',
      },
    ],
    login: { driver: 'automatic' },
    authorization_parameters: {},
    lifetimes: { tolerance: 2, resource_leeway: 300 },
    capabilities: {},
    policy: {},
    insecure_http: false,
    browser_client: false,
  });
});

test('Every key is read', () => {
  const file = {
    name: 'Acme staging',
    issuer: 'https://as.example.com/tenant/',
    endpoints: {
      authorization: 'https://as.example.com/authorize?tenant=1',
      token: 'https://as.example.com/token',
      protected_resource: 'https://api.example.com/me',
      pushed_authorization_request: 'https://as.example.com/par',
      challenge_code_token: 'https://as.example.com/cct',
      pkce_access_token: 'https://as.example.com/pat',
    },
    profiles: [...profileNames],
    clients: [
      {
        client_id: 'app',
        redirect_uris: ['http://127.0.0.1:9876/callback', 'com.example.app:/callback'],
        application_type: 'native',
        scope: 'openid',
      },
      {
        client_id: 'web',
        client_secret: 'secret',
        token_endpoint_auth_method: 'client_secret_post',
        redirect_uris: ['https://app.example.com/'],
      },
    ],
    login: { driver: 'form', username: 'alice', password: 'wonderland', selectors: { approve: '#yes' }, session_minutes: 5 },
    scope: 'openid profile',
    authorization_parameters: { audience: 'api', prompt: '' },
    lifetimes: { code: 60, access_token: 3600, tolerance: 0.5, resource_leeway: 0 },
    capabilities: {
      plain: false,
      require_pkce: true,
      refresh_token: true,
      concurrent_codes: true,
      concurrent_tokens: false,
      native: true,
      par: true,
      iss: false,
    },
    proof: { carrier: 'header', name: 'X-Verifier', url: 'https://api.example.com/proof' },
    policy: {
      verifier_syntax: 'enforce',
      max_verifier_length: 171,
      redirect_uri_omission: 'allow',
      unknown_client_errors: ['invalid_grant'],
      missing_verifier_errors: ['invalid_request'],
      extra_error_codes: ['redirect_uri_mismatch'],
      code_after_failed_verifier: 'burned',
      replay_revocation: 'info',
      refresh_reuse_grace: 30,
      reuse_scope: 'global',
      reuse_errors: ['invalid_grant'],
      single_use: true,
      max_expires_in: 7200,
      nonce_assurance: true,
      scope_separators: 'comma-and-space',
      resource_scope: 'profile',
      grant_type: 'urn:example:grant-type:code_challenge',
    },
    insecure_http: true,
    ca_file: './ca.pem',
    clock: { advance_url: 'http://127.0.0.1:8080/_mock/clock' },
    browser_client: true,
  };
  const { clients, ...rest } = target(stringify(file));
  const { clients: written, ...others } = file;
  assert.deepEqual(rest, others);
  assert.deepEqual(clients, [
    { ...written[0], token_endpoint_auth_method: 'none', method_declared: false, type: 'public' },
    { ...written[1], method_declared: true, type: 'confidential', application_type: 'web' },
  ]);
  assert.deepEqual(target(JSON.stringify(file, null, '\t')), { clients, ...rest });
});

test('The environment fills in texts, numbers and truth values', () => {
  const draft = target(
    'issuer: https://${HOST}/\nlifetimes: { code: "${SECONDS}" }\ncapabilities: { plain: "${YES}" }\nscope: $${not} ${HOST}\n' +
      `clients: [ { client_id: a, client_secret: "\${ACME_SECRET}", ${callback} } ]`,
  );
  assert.equal(draft.issuer, 'https://as.example.com/');
  assert.equal(draft.lifetimes.code, 60);
  assert.equal(draft.capabilities.plain, true);
  assert.equal(draft.scope, '${not} as.example.com');
  assert.equal(draft.clients[0]?.client_secret, environment.ACME_SECRET);
  assert.equal(draft.clients[0].token_endpoint_auth_method, 'client_secret_basic');
});

test('Public clients come first', () => {
  const draft = target(`${issuer}clients: [ { client_id: a, client_secret: s, ${callback} }, { client_id: b, ${callback} } ]`);
  assert.deepEqual(
    draft.clients.map((client) => client.client_id),
    ['b', 'a'],
  );
});

test('openid in the scope adds its profile, and the command line wins over the file', () => {
  assert.deepEqual(target(`${issuer}scope: profile openid\n${oneClient}`).profiles, ['rfc9700', 'oidc']);
  assert.deepEqual(target(`${issuer}profiles: [oidc]\n${oneClient}`, ['rfc7636']).profiles, ['rfc7636']);
});

test('The profile oidc asks for openid where no scope is given', () => {
  assert.equal(target(`${issuer}profiles: [oidc]\n${oneClient}`).scope, 'openid');
  assert.equal(target(issuer + oneClient).scope, undefined);
});

test('The login driver follows from what the login names', () => {
  const driver = (login: string) => target(`${issuer}login: ${login}\n${oneClient}`).login.driver;
  assert.equal(driver('{}'), 'automatic');
  assert.equal(driver('{ username: alice }'), 'form');
  assert.equal(driver('{ username: alice, module: ./login.mjs }'), 'module');
  assert.equal(driver('{ username: alice, driver: manual }'), 'manual');
});

test('Anchors and aliases are followed', () => {
  const draft = target(`${issuer}clients: [ { client_id: a, redirect_uris: &uris [ "x.y:/z" ] }, { client_id: b, redirect_uris: *uris } ]`);
  assert.deepEqual(draft.clients[1]?.redirect_uris, ['x.y:/z']);
});

test('A document profile needs only its own endpoints', () => {
  const secret = 'clients: [ { client_id: a, client_secret: s } ]';
  assert.equal(target(`endpoints: { challenge_code_token: https://a.example/t }\n${secret}`, ['challenge-code-token']).name, 'a.example');
  assert.ok(target(`endpoints: { token: https://a.example/t }\n${secret}`, ['challenge-code-token']));
  assert.ok(
    target(`endpoints: { authorization: https://a.example/a, pkce_access_token: https://a.example/t }\n${oneClient}`, [
      'pkce-access-token',
    ]),
  );
});

test('Plain http is allowed on this machine, and elsewhere if the file says so', () => {
  for (const host of ['127.0.0.1:8080', '127.1.2.3', 'localhost:9', 'as.localhost', '[::1]:8080'])
    assert.ok(target(`issuer: http://${host}/\n${oneClient}`), host);
  for (const host of ['127.0.0.1.example.com', 'localhost.example.com', '10.0.0.1', '0.0.0.0', '[::2]'])
    assert.ok(faults(`issuer: http://${host}/\n${oneClient}`), host);
  assert.ok(target(`issuer: http://as.example.com\ninsecure_http: true\n${oneClient}`));
});

test('Names of object members are keys like any other', () => {
  for (const name of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    assert.equal(faults(`${issuer}${oneClient}${name}: 1\n`)[0]?.key, name);
    const { authorization_parameters } = target(`${issuer}${oneClient}authorization_parameters: { ${name}: x }\n`);
    assert.deepEqual(Object.entries(authorization_parameters), [[name, 'x']]);
    assert.ok(faults(`${issuer}${oneClient}scope: "\${${name}}"\n`));
  }
});

test('YAML and JSON of one content are one target', () => {
  const yaml = `${issuer}${oneClient}scope: openid\n`;
  assert.deepEqual(target(JSON.stringify(parseYaml(yaml))), target(yaml));
});
