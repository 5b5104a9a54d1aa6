import assert from 'node:assert/strict';
import { test } from 'node:test';
import { completeTarget, missingEndpoints } from './complete-target.js';
import type { TargetDraft } from './draft.js';
import { parseTarget } from './parse.js';
import { policyFor } from './policy.js';
import { isUrl, targetFromUrl } from './target-from-url.js';
import type { RegisteredClient } from './target.js';

const client: RegisteredClient = {
  client_id: 'a',
  token_endpoint_auth_method: 'none',
  method_declared: true,
  type: 'public',
  redirect_uris: ['http://127.0.0.1:9876/callback'],
  application_type: 'web',
};
const confidential: RegisteredClient = {
  ...client,
  client_id: 'b',
  client_secret: 's',
  token_endpoint_auth_method: 'client_secret_basic',
  type: 'confidential',
};

function draft(text: string): TargetDraft {
  const parsed = parseTarget(`issuer: https://as.example.com\n${text}`, { file: 'acme.yaml', environment: {} });
  assert.ok('target' in parsed, JSON.stringify(parsed));
  return parsed.target;
}

test("The file's endpoints win over those discovered, and the documents' own follow the token endpoint", () => {
  const target = completeTarget(
    draft('registration: {}\nendpoints: { token: https://as.example.com/t }'),
    { authorization: 'https://as.example.com/a', token: 'https://other.example/t' },
    [confidential, client],
  );
  assert.deepEqual(target.endpoints, {
    authorization: 'https://as.example.com/a',
    token: 'https://as.example.com/t',
    challenge_code_token: 'https://as.example.com/t',
    pkce_access_token: 'https://as.example.com/t',
  });
  assert.deepEqual(
    target.clients.map(({ client_id }) => client_id),
    ['a', 'b'],
  );
});

test('The UserInfo endpoint serves as protected resource only where openid is asked for', () => {
  const found = { protected_resource: 'https://as.example.com/userinfo' };
  assert.equal(completeTarget(draft('registration: {}'), found, []).endpoints.protected_resource, undefined);
  assert.equal(completeTarget(draft('registration: {}\nscope: openid'), found, []).endpoints.protected_resource, found.protected_resource);
  const own = 'registration: {}\nscope: openid\nendpoints: { protected_resource: https://api.example.com/ }';
  assert.equal(completeTarget(draft(own), found, []).endpoints.protected_resource, 'https://api.example.com/');
});

test('Only clients with a secret take part in the profile of the Challenge Code Token', () => {
  const named = (profile: string): readonly string[] =>
    completeTarget(draft('registration: {}'), {}, [confidential, client], profile).clients.map(({ client_id }) => client_id);
  assert.deepEqual(named('challenge-code-token'), ['b']);
  assert.deepEqual(named('rfc9700'), ['a', 'b']);
});

test('A proof without a URL is given at the protected resource', () => {
  const text =
    'profiles: [challenge-code-token]\nregistration: {}\nproof: { carrier: query }\nendpoints: { protected_resource: https://api.example.com/ }';
  assert.deepEqual(completeTarget(draft(text), {}, []).proof, { carrier: 'query', name: 'code_verifier', url: 'https://api.example.com/' });
});

test('Each profile has its own policy, and a knob of the file wins over it', () => {
  const silent = draft('registration: {}');
  assert.equal(completeTarget(silent, {}, []).policy.redirect_uri_omission, 'reject');
  assert.equal(completeTarget(silent, {}, [], 'pkce-access-token').policy.redirect_uri_omission, 'allow');
  assert.deepEqual(policyFor('pkce-access-token', {}).unknown_client_errors, ['invalid_client', 'invalid_grant']);
  assert.equal(policyFor('challenge-code-token', {}).scope_separators, 'comma-and-space');
  assert.equal(policyFor('challenge-code-token', { scope_separators: 'space' }).scope_separators, 'space');
  assert.equal(policyFor('pkce-access-token', { redirect_uri_omission: 'reject' }).redirect_uri_omission, 'reject');
  assert.equal(policyFor('rfc9700', {}).scope_separators, 'space');
});

test('What neither file nor metadata names is missing', () => {
  assert.deepEqual(missingEndpoints({ profiles: ['rfc9700', 'oidc'], endpoints: { token: 'x' } }), ['authorization']);
  assert.deepEqual(missingEndpoints({ profiles: ['pkce-access-token', 'challenge-code-token'], endpoints: { authorization: 'x' } }), [
    'pkce_access_token',
    'challenge_code_token',
  ]);
});

test('A bare URL is an issuer whose clients are registered', () => {
  assert.ok(isUrl('https://as.example.com') && isUrl('HTTP://localhost') && !isUrl('acme.yaml') && !isUrl('./https'));
  const issuers = {
    'https://as.example.com/': 'https://as.example.com/',
    'https://as.example.com/.well-known/openid-configuration': 'https://as.example.com',
    'https://as.example.com/tenant/.well-known/openid-configuration': 'https://as.example.com/tenant',
    'https://as.example.com/.well-known/oauth-authorization-server/tenant': 'https://as.example.com/tenant',
    'http://127.0.0.1:8080': 'http://127.0.0.1:8080',
  };
  for (const [url, issuer] of Object.entries(issuers)) {
    const parsed = targetFromUrl(url);
    assert.ok('target' in parsed, url);
    assert.equal(parsed.target.issuer, issuer);
    assert.deepEqual([parsed.target.registration, parsed.target.login, parsed.target.profiles], [{}, { driver: 'automatic' }, ['rfc9700']]);
  }
  for (const url of [
    'http://as.example.com',
    'https://',
    'https://u:p@as.example.com',
    'https://as.example.com/?x',
    'https://as.example.com/ x',
  ]) {
    const parsed = targetFromUrl(url);
    assert.ok('faults' in parsed, url);
    assert.doesNotMatch(JSON.stringify(parsed.faults), /u:p/);
  }
});
