import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embeddedTargets, mockAuthorizationServer, type MockAuthorizationServer, type MockOptions, type Mutant } from '../index.js';
import { challengeCodeClient, type ChallengeCodeClientPolicy } from './challenge-code-client.js';
import { conformantClient, type ClientOptions } from './conformant-client.js';
import { formOf } from './policy.js';

const redirect_uri = 'https://client.example/callback';

function pair(options: Partial<ClientOptions> = {}, mock: MockOptions = {}) {
  const as = mockAuthorizationServer({ profile: 'oidc', clock: 'manual', ...mock });
  const client = conformantClient({
    issuer: as.issuer,
    client_id: 'oidc-public',
    redirect_uri,
    scope: 'openid profile',
    resource: `${as.issuer}/userinfo`,
    fetch: as.fetch,
    now: as.clock.now,
    ...options,
  });
  return { as, client };
}

const bodies = (as: MockAuthorizationServer, path: string): URLSearchParams[] =>
  as.exchanges
    .filter(({ request }) => request.url.endsWith(path))
    .map(({ request }) => new URLSearchParams(new TextDecoder().decode(request.body)));

const misbehave = (replace: Mutant['replace']): MockOptions => ({
  mutants: [{ fault: 'For a client to notice', breaks: ['rfc6749/x'], replace }],
});

test('the client walks through, opens the resource, and renews when the token has aged', async () => {
  const { as, client } = pair();
  assert.ok('tokens' in (await client.flow()));
  assert.equal(await client.open(), 200);
  as.clock.advance(3_600_000);
  assert.equal(await client.open(), 200);
  assert.ok('tokens' in (await client.refresh()));
});

test('it does so as a confidential client, whatever its secret is made of', async () => {
  const { clients } = embeddedTargets('https://as.example').oidc;
  const { client_id, client_secret } = clients[2] ?? { client_id: '' };
  const { client } = pair({ client_id, client_secret: client_secret ?? '' });
  assert.ok('tokens' in (await client.flow()));
  assert.equal(await client.open(), 200);
});

test('verifiers, states and challenges are never used twice', async () => {
  const { as, client } = pair();
  for (let flow = 0; flow < 5; flow += 1) assert.ok('tokens' in (await client.flow()));
  const pushes = bodies(as, '/par');
  for (const name of ['state', 'nonce', 'code_challenge']) assert.equal(new Set(pushes.map((push) => push.get(name))).size, 5);
  assert.equal(new Set(bodies(as, '/token').map((body) => body.get('code_verifier'))).size, 5);
});

test('it stops at whatever does not hold', async () => {
  const cases: readonly [Mutant['replace'], string][] = [
    [{ returnedState: () => 'another' }, 'state'],
    [{ returnedState: () => undefined }, 'state'],
    [{ returnedIssuer: (issuer) => `${issuer}/` }, 'iss'],
    [{ returnedIssuer: () => undefined }, 'iss'],
    [{ metadataMembers: (members) => ({ ...members, issuer: `${String(members.issuer)}/` }) }, 'metadata'],
    [{ tokenTypeMember: 'mac-x' }, 'token_type'],
    [{ tokenResponseStatus: 500 }, '500'],
    [{ tokenResponseMembers: (members) => ({ ...members, error: 'invalid_grant' }) }, 'invalid_grant'],
    [{ idTokenClaims: (claims) => ({ ...claims, iss: 'https://evil.example' }) }, 'id_token iss'],
    [{ idTokenClaims: (claims) => ({ ...claims, aud: 'other' }) }, 'id_token aud'],
    [{ idTokenClaims: (claims) => ({ ...claims, nonce: 'other' }) }, 'id_token nonce'],
    [{ idTokenClaims: (claims) => ({ ...claims, exp: 1 }) }, 'id_token exp'],
    [{ idTokenClaims: (claims) => ({ ...claims, at_hash: 'x' }) }, 'id_token at_hash'],
    [{ idTokenText: (header, claims) => `${header}.${claims}.AAAA` }, 'id_token signature'],
    [{ idTokenHeader: (header) => ({ ...header, alg: 'none' }) }, 'id_token alg'],
    [{ issuesIdToken: () => false }, 'id_token shape'],
    [{ proves: () => false }, 'invalid_grant'],
    [{ responseTypeYields: () => undefined }, 'unsupported_response_type'],
  ];
  for (const [replace, stopped] of cases) assert.deepEqual(await pair({}, misbehave(replace)).client.flow(), { stopped });
});

test('a lost answer is not tried again, and no plain challenge either', async () => {
  const { as, client } = pair();
  as.faults.add({ on: 'token', respond: 'reset' });
  assert.deepEqual(await client.flow(), { stopped: 'no answer' });
  assert.equal(bodies(as, '/token').length, 1);
  const downgraded = pair(
    { policy: { pushes: false, afterRefusal: (_error, attempt) => (attempt === 1 ? 'again-with-plain' : 'stop') } },
    misbehave({ challengeWellFormed: () => false }),
  );
  await downgraded.client.flow();
  assert.deepEqual(
    downgraded.as.exchanges
      .filter(({ request }) => request.url.includes('/authorize'))
      .map(({ request }) => new URL(request.url).searchParams.get('code_challenge_method')),
    ['S256', 'plain'],
  );
});

test('a replaced decision is all that a wrong client does otherwise', async () => {
  const { client, as } = pair({
    policy: { newVerifier: () => 'x'.repeat(43), tokenParameters: (parameters) => [...parameters, ['resource', 'y']] },
  });
  assert.ok('tokens' in (await client.flow()));
  const [body] = bodies(as, '/token');
  assert.deepEqual([body?.get('code_verifier'), body?.get('resource')], ['x'.repeat(43), 'y']);
});

test('the client of Challenge Code Tokens starts anew after a minute', async () => {
  const run = async (policy: Partial<ChallengeCodeClientPolicy> = {}) => {
    const as = mockAuthorizationServer({ profile: 'challenge-code-token', clock: 'manual' });
    const target = embeddedTargets(as.issuer)['challenge-code-token'];
    const [{ client_id, client_secret = '' } = { client_id: '' }] = target.clients;
    const client = challengeCodeClient({
      tokenEndpoint: target.endpoints.challenge_code_token ?? '',
      resource: target.endpoints.protected_resource ?? '',
      client_id,
      client_secret,
      fetch: as.fetch,
      policy,
    });
    const first = await client.open();
    as.clock.advance(61_000);
    const second = await client.open();
    return { statuses: [first, second], as };
  };
  const { statuses, as } = await run();
  assert.deepEqual(statuses, [200, 200]);
  const issued = bodies(as, '/oauth2/token');
  assert.deepEqual(
    issued.map((body) => body.get('code_challenge_method')),
    ['S256', 'S256'],
  );
  assert.equal(new Set(issued.map((body) => body.get('code_challenge'))).size, 2);
  assert.ok(bodies(as, '/oauth2/resource').every((body) => !body.has('client_secret')));
  assert.deepEqual((await run({ afterExpiry: 'same-token' })).statuses, [200, 401]);
  assert.deepEqual((await run({ afterExpiry: 'same-challenge' })).statuses, [200, undefined]);
  const leaky = await run({
    openingRequest: (url, token, proof, secret) => ({
      method: 'POST',
      url,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: formOf([proof, ['client_secret', secret]]),
    }),
  });
  assert.ok(bodies(leaky.as, '/oauth2/resource').some((body) => body.has('client_secret')));
});
