import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mockAuthorizationServer } from '../../mocks/index.js';
import { metadataFaults } from '../protocol/metadata.js';
import { directTransport } from '../wire/transport.js';
import type { Answer, Failure } from '../wire/exchange.js';
import type { Ask } from './ask.js';
import { discover } from './discover.js';
import { endpointsFrom } from './endpoints.js';

const issuer = 'https://as.example.com/tenant';
const oauth = 'https://as.example.com/.well-known/oauth-authorization-server/tenant';
const openid = 'https://as.example.com/tenant/.well-known/openid-configuration';
const between = 'https://as.example.com/.well-known/openid-configuration/tenant';

function answer(status: number, body: unknown, headers: Answer['headers'] = {}): Answer {
  return { kind: 'answer', status, headers, body: typeof body === 'string' ? body : JSON.stringify(body) };
}

/** A network that has these documents and nothing else. */
function having(documents: Readonly<Record<string, Answer | Failure>>): Ask {
  return (request) => Promise.resolve(documents[request.url] ?? answer(404, 'not here'));
}

const metadata = { issuer, authorization_endpoint: `${issuer}/authorize`, token_endpoint: `${issuer}/token` };

test('RFC 8414 comes first, with its well-known part before the path of the issuer', async () => {
  const found = await discover(issuer, having({ [oauth]: answer(200, metadata), [openid]: answer(200, {}) }));
  assert.deepEqual(found.tried, [{ url: oauth, outcome: 'metadata' }]);
  assert.equal(found.url, oauth);
  assert.deepEqual(found.document, metadata);
  assert.deepEqual(found.endpoints, { authorization: `${issuer}/authorize`, token: `${issuer}/token` });
  assert.equal(found.mismatch, undefined);
});

test('OpenID Connect Discovery comes after, at either place', async () => {
  const found = await discover(issuer, having({ [between]: answer(200, metadata) }));
  assert.deepEqual(found.tried, [
    { url: oauth, outcome: '404' },
    { url: openid, outcome: '404' },
    { url: between, outcome: 'metadata' },
  ]);
});

test('A document without a token endpoint is taken only where there is no better one', async () => {
  const poor = answer(200, { issuer });
  assert.equal((await discover(issuer, having({ [oauth]: poor, [openid]: answer(200, metadata) }))).url, openid);
  const only = await discover(issuer, having({ [oauth]: poor }));
  assert.deepEqual([only.url, only.tried[0]?.outcome], [oauth, 'metadata without token_endpoint']);
});

test('Of a document of another issuer only what lies at the origin of the issuer is taken', async () => {
  const foreign = {
    ...metadata,
    issuer: 'https://other.example',
    token_endpoint: 'https://other.example/token',
    userinfo_endpoint: 'no URL',
  };
  const found = await discover(issuer, having({ [oauth]: answer(200, foreign) }));
  assert.deepEqual(found.endpoints, { authorization: `${issuer}/authorize` });
  assert.deepEqual(
    found.unusable.map(({ member, foreign: elsewhere }) => [member, elsewhere]),
    [
      ['token_endpoint', true],
      ['userinfo_endpoint', false],
    ],
  );
  const own = await discover(issuer, having({ [oauth]: answer(200, { ...foreign, issuer }) }));
  assert.equal(own.endpoints.token, 'https://other.example/token');
});

test('What is no metadata is told in one printable line', async () => {
  const redirect = answer(302, '', { location: 'https://as.example.com/login\n\u001b[31m' });
  const found = await discover(issuer, having({ [oauth]: redirect, [openid]: answer(200, '<html>'), [between]: answer(200, '[1]') }));
  assert.deepEqual(
    found.tried.map(({ outcome }) => outcome),
    ['302 to "https://as.example.com/login\uFFFD\uFFFD[31m"', '200 with a body that is not JSON', '200 with JSON that is no object'],
  );
  assert.deepEqual([found.metadata, found.endpoints, found.capabilities], [undefined, {}, {}]);
});

test('A host that cannot be reached is asked once', async () => {
  const found = await discover(issuer, () => Promise.resolve({ kind: 'failure', cause: 'dns', message: 'no such host' }));
  assert.deepEqual(found.tried, [{ url: oauth, outcome: 'no answer (dns): "no such host"' }]);
});

test('A sender that throws, and an issuer that is no URL, are told too', async () => {
  const thrown = await discover(issuer, () => Promise.reject(new Error('broken')));
  assert.equal(thrown.tried[0]?.outcome, 'no answer (aborted): "broken"');
  assert.deepEqual((await discover('nonsense', having({}))).tried, []);
});

test('Another issuer than the one asked is recorded', async () => {
  const ask = (said: unknown) => having({ [oauth]: answer(200, { ...metadata, issuer: said }) });
  assert.deepEqual((await discover(issuer, ask('https://evil.example.com'))).mismatch, {
    asked: issuer,
    said: 'https://evil.example.com',
    onlySlash: false,
  });
  assert.deepEqual((await discover(issuer, ask(`${issuer}/`))).mismatch, { asked: issuer, said: `${issuer}/`, onlySlash: true });
  assert.deepEqual((await discover(issuer, ask(7))).mismatch, { asked: issuer, said: '', onlySlash: false });
});

test('No endpoint is taken to which a secret must not go', async () => {
  const named = {
    authorization_endpoint: 'javascript:alert(1)',
    token_endpoint: 'http://as.example.com/token',
    userinfo_endpoint: 'https://u:p@as.example.com/userinfo',
    pushed_authorization_request_endpoint: ['https://as.example.com/par'],
    challenge_code_token_endpoint: 'http://127.0.0.1:8080/cct',
    pkce_access_token_endpoint: 'https://as.example.com/pat#x',
    registration_endpoint: '/register',
  };
  assert.deepEqual(endpointsFrom(named), { challenge_code_token: 'http://127.0.0.1:8080/cct' });
  assert.deepEqual(endpointsFrom(named, { insecure_http: true }), {
    token: 'http://as.example.com/token',
    challenge_code_token: 'http://127.0.0.1:8080/cct',
  });
  const { unusable } = await discover(issuer, having({ [oauth]: answer(200, { issuer, ...named }) }));
  assert.deepEqual(
    unusable.map(({ member }) => member),
    [
      'authorization_endpoint',
      'token_endpoint',
      'userinfo_endpoint',
      'pushed_authorization_request_endpoint',
      'pkce_access_token_endpoint',
      'registration_endpoint',
    ],
  );
  assert.doesNotMatch(JSON.stringify(unusable), /u:p/);
});

test('Capabilities follow from what is said, and from silence only where it has a meaning', async () => {
  const of = async (said: object) => (await discover(issuer, having({ [oauth]: answer(200, { ...metadata, ...said }) }))).capabilities;
  assert.deepEqual(await of({}), { par: false, iss: false });
  const said = {
    code_challenge_methods_supported: ['S256'],
    grant_types_supported: ['authorization_code', 'refresh_token'],
    authorization_response_iss_parameter_supported: true,
  };
  assert.deepEqual(await of(said), { plain: false, refresh_token: true, par: false, iss: true });
  assert.deepEqual(await of({ code_challenge_methods_supported: 'plain', authorization_response_iss_parameter_supported: 'true' }), {
    par: false,
    iss: false,
  });
});

test("The mock's own metadata is found and without fault", async () => {
  const mock = mockAuthorizationServer({ issuer });
  const transport = directTransport(mock.respond);
  const found = await discover(issuer, (request) => transport(request, { timeoutMs: 1_000 }));
  assert.equal(found.url, oauth);
  assert.deepEqual([found.mismatch, found.unusable], [undefined, []]);
  assert.equal(Object.keys(found.endpoints).length, 6);
  assert.deepEqual(metadataFaults(found.document ?? null, issuer), []);
});

test('No document makes discovery throw, and what it keeps has the types it claims', async () => {
  const names = fc.constantFrom(
    'issuer',
    'token_endpoint',
    'code_challenge_methods_supported',
    'grant_types_supported',
    '__proto__',
    'constructor',
    'authorization_response_iss_parameter_supported',
    'scopes_supported',
  );
  const document = fc.dictionary(names, fc.jsonValue(), { maxKeys: 8 });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        document.map((value) => JSON.stringify(value)),
        fc.string(),
        fc.json(),
      ),
      async (body) => {
        const found = await discover(issuer, having({ [oauth]: answer(200, body) }));
        const { code_challenge_methods_supported: methods = [], token_endpoint: token = '' } = found.metadata ?? {};
        assert.ok(Array.isArray(methods) && methods.every((method) => typeof method === 'string'));
        assert.equal(typeof token, 'string');
      },
    ),
    { numRuns: 300 },
  );
});
