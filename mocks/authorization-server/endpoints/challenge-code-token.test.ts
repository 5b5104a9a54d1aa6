import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basic, drive, otherVerifier, s256, verifier, type Fields } from '../../drive.js';
import { mockAuthorizationServer, type Mutant } from '../../index.js';

const secret = 'challenge-code-token-client-secret-0001';

function mock(mutants: readonly (Mutant | string)[] = []) {
  const as = mockAuthorizationServer({ profile: 'challenge-code-token', clock: 'manual', mutants });
  const { post } = drive(as);
  const issue = (fields: Fields, headers?: Readonly<Record<string, string>>) =>
    post('/oauth2/token', { client_id: 'challenge-code-token', client_secret: secret, ...fields }, headers);
  const hashed = (of: string, fields: Fields = {}) => issue({ code_challenge: s256(of), code_challenge_method: 'S256', ...fields });
  const plain = (of: string, fields: Fields = {}) => issue({ code_challenge: of, code_challenge_method: 'plain', ...fields });
  const open = (token: unknown, proof: Fields, path = '') =>
    post(`/oauth2/resource${path}`, proof, { authorization: `Bearer ${String(token)}` });
  return { as, issue, hashed, plain, open };
}

test('a token is issued for a challenge, lives 60 seconds and opens the resource with the verifier', async () => {
  const { as, hashed, open } = mock();
  const { status, json, headers } = await hashed(verifier, { scope: 'read' });
  assert.equal(status, 200);
  assert.deepEqual(Object.keys(json), ['access_token', 'token_type', 'expires_in', 'scope']);
  assert.equal(json.expires_in, 60);
  assert.equal(headers['cache-control'], 'no-store');
  as.clock.advance(59_999);
  assert.equal((await open(json.access_token, { code_verifier: verifier })).status, 200);
  as.clock.advance(1);
  assert.equal((await open(json.access_token, { code_verifier: verifier })).status, 401);
});

test('use does not keep a token alive', async () => {
  const { as, hashed, open } = mock();
  const { json } = await hashed(verifier);
  for (const wait of [20_000, 20_000, 21_000]) {
    as.clock.advance(wait);
    assert.equal((await open(json.access_token, { code_verifier: verifier })).status, wait === 21_000 ? 401 : 200);
  }
});

test('a verifier is used once, whichever challenge it comes as', async () => {
  for (const [first, second] of [
    ['hashed', 'hashed'],
    ['plain', 'plain'],
    ['plain', 'hashed'],
    ['hashed', 'plain'],
  ] as const) {
    const server = mock();
    assert.equal((await server[first](verifier)).status, 200);
    const again = await server[second](verifier, { scope: 'write' });
    assert.deepEqual([again.status, again.json.error], [400, 'invalid_grant'], `${first} then ${second}`);
    assert.equal((await server[second](otherVerifier)).status, 200);
  }
});

test('equal strings that stand for different verifiers are not reuse', async () => {
  const { hashed, plain } = mock();
  assert.equal((await hashed(verifier)).status, 200);
  assert.equal((await plain(s256(verifier))).status, 200);
});

test('the ledger outlives the token, knows no client and no spelling, and forgets after a day', async () => {
  const { as, hashed, issue } = mock();
  await hashed(verifier);
  as.clock.advance(61_000);
  assert.equal((await hashed(verifier)).status, 400);
  const other = { client_id: 'challenge-code-token-2', client_secret: 'challenge-code-token-client-secret-0002' };
  assert.equal((await hashed(verifier, other)).status, 400);
  assert.equal((await issue({ code_challenge: verifier })).status, 400);
  as.clock.advance(86_400_000);
  assert.equal((await hashed(verifier)).status, 200);
});

test('a refused request burns nothing', async () => {
  const { hashed, issue } = mock();
  const refusals: Fields[] = [
    { client_secret: 'wrong' },
    { client_secret: undefined },
    { client_id: 'nobody' },
    { scope: 'nonsense' },
    { code_challenge_method: 'S512' },
    { grant_type: 'password' },
    { client_id: ['a', 'b'] },
  ];
  for (const refusal of refusals) assert.ok((await hashed(verifier, refusal)).status >= 400);
  assert.equal((await issue({ code_verifier: verifier })).json.error, 'invalid_request');
  assert.equal((await hashed(verifier)).status, 200);
});

test('twenty copies of one request yield one token', async () => {
  const { hashed, plain } = mock();
  const answers = await Promise.all(Array.from({ length: 20 }, (_, at) => (at % 2 ? hashed : plain)(verifier)));
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
});

test('only the right verifier, carried the agreed way, opens the resource', async () => {
  const { as, hashed, open } = mock();
  const { access_token } = (await hashed(verifier, { scope: 'read' })).json;
  const { access_token: second } = (await hashed(otherVerifier, { scope: 'read' })).json;
  const wrong: Fields[] = [
    {},
    { code_verifier: '' },
    { code_verifier: otherVerifier },
    { code_verifier: s256(verifier) },
    { code_verifier: verifier.toLowerCase() },
    { code_verifier: verifier.slice(0, -1) },
    { code_verifier: [verifier, verifier] },
  ];
  for (const proof of wrong) assert.ok([400, 401].includes((await open(access_token, proof)).status));
  assert.equal((await open(second, { code_verifier: verifier })).status, 401);
  assert.equal((await drive(as).open(`/oauth2/resource?code_verifier=${verifier}`, access_token)).status, 401);
  assert.equal((await drive(as).open('/userinfo', access_token)).status, 401);
  assert.equal((await open(access_token, { code_verifier: verifier })).status, 200);
  assert.equal((await open(access_token, { code_verifier: verifier }, '/read')).status, 200);
  assert.equal((await open(access_token, { code_verifier: verifier }, '/write')).status, 403);
  assert.equal((await open(access_token, { code_verifier: verifier, client_secret: 'wrong' })).status, 200);
});

test('the proof travels by header or query where that is agreed', async () => {
  for (const carrier of ['header', 'query'] as const) {
    const as = mockAuthorizationServer({ profile: 'challenge-code-token', proof: { carrier, name: 'X-Verifier' } });
    const { json } = await drive(as).post('/oauth2/token', {
      client_id: 'challenge-code-token',
      client_secret: secret,
      code_challenge: verifier,
    });
    const send = (proof: string) =>
      drive(as).send('GET', `/oauth2/resource${carrier === 'query' ? `?X-Verifier=${proof}` : ''}`, {
        authorization: `Bearer ${String(json.access_token)}`,
        ...(carrier === 'header' ? { 'x-verifier': proof } : {}),
      });
    assert.equal((await send(verifier)).status, 200);
    assert.equal((await send(otherVerifier)).status, 401);
  }
});

test('Basic credentials do as well as those in the body, but not both', async () => {
  const { issue, hashed } = mock();
  const challenge = { code_challenge: s256(verifier), code_challenge_method: 'S256' };
  assert.equal(
    (await issue({ ...challenge, client_id: undefined, client_secret: undefined }, basic('challenge-code-token', secret))).status,
    200,
  );
  const both = await issue({ code_challenge: s256(otherVerifier), code_challenge_method: 'S256' }, basic('challenge-code-token', secret));
  assert.deepEqual([both.status, both.json.error], [400, 'invalid_request']);
  assert.equal((await hashed(otherVerifier)).status, 200);
});

test('commas and spaces separate scopes alike', async () => {
  for (const scope of ['read write', 'read,write', 'write, read', ' read ,write ']) {
    assert.equal((await mock().hashed(verifier, { scope })).json.scope, 'read write');
  }
});

test('the grammar of a challenge follows its method', async () => {
  const { issue } = mock();
  const status = async (code_challenge: string, code_challenge_method?: string) =>
    (await issue({ code_challenge, code_challenge_method })).status;
  for (const length of [43, 128]) assert.equal(await status('x'.repeat(length), 'plain'), 200);
  for (const length of [42, 129]) assert.equal(await status('x'.repeat(length)), 400);
  for (const wrong of [`${s256('a')}=`, s256('a').slice(1), `${s256('a')}A`, `${s256('a').slice(1)}+`, 'f'.repeat(64)])
    assert.equal(await status(wrong, 'S256'), 400);
  for (const method of ['S512', 's256', 'PLAIN', 'S256 ']) assert.equal(await status(s256('b'), method), 400);
});

test('a mutant forgets that plain and S256 challenges can mean one verifier', async () => {
  const { hashed, plain } = mock(['challenge-code-token/single-use/plain-then-s256']);
  assert.equal((await plain(verifier)).status, 200);
  assert.equal((await hashed(verifier)).status, 200);
  assert.equal((await hashed(verifier)).status, 400);
});
