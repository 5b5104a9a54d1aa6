import assert from 'node:assert/strict';
import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { test } from 'node:test';
import { drive } from '../../drive.js';
import { embeddedTargets, mockAuthorizationServer, profiles } from '../../index.js';

const as = mockAuthorizationServer({ profiles, clock: 'manual' });
const { send, post } = drive(as);

test('each RFC profile is an issuer of its own, and what it says of itself is true', async () => {
  for (const [profile, methods] of [
    ['rfc7636', ['S256', 'plain']],
    ['rfc9700', ['S256']],
    ['oauth-2.1', ['S256']],
    ['oidc', ['S256']],
  ] as const) {
    for (const path of [`/.well-known/oauth-authorization-server/${profile}`, `/${profile}/.well-known/openid-configuration`]) {
      const { status, json } = await send('GET', path);
      assert.equal(status, 200);
      assert.equal(json.issuer, `${as.issuer}/${profile}`);
      assert.equal(json.issuer, embeddedTargets(as.issuer)[profile].issuer);
      assert.deepEqual(json.code_challenge_methods_supported, methods);
      assert.equal(json.token_endpoint, embeddedTargets(as.issuer)[profile].endpoints.token);
      assert.equal(json.challenge_code_token_endpoint, undefined);
      for (const value of Object.values(json)) assert.ok(value !== null && !(Array.isArray(value) && value.length === 0));
    }
    const client = drive(as, `/${profile}`, `${profile}-public`);
    const location = await client.authorize({ scope: 'openid' });
    assert.ok(location instanceof URL);
    assert.equal(location.searchParams.get('iss'), `${as.issuer}/${profile}`);
    const { json } = await client.redeem(location.searchParams.get('code') ?? '');
    const [header = '', claims = '', signature = ''] = String(json.id_token).split('.');
    const decoded = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
    assert.equal(decoded.iss, `${as.issuer}/${profile}`);
    const [key] = (await send('GET', `/${profile}/jwks`)).json.keys as JsonWebKey[];
    assert.ok(key !== undefined && key.d === undefined);
    assert.ok(
      verify(
        'sha256',
        Buffer.from(`${header}.${claims}`),
        { key: createPublicKey({ key, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      ),
    );
  }
});

test('a mock for one document names the endpoint of that document', async () => {
  for (const [profile, path] of [
    ['challenge-code-token', '/oauth2/token'],
    ['pkce-access-token', '/api/v1/oauth2/token'],
  ] as const) {
    const alone = mockAuthorizationServer({ profile });
    const { json } = await drive(alone).send('GET', '/.well-known/oauth-authorization-server');
    assert.equal(json.token_endpoint, alone.issuer + path);
    assert.equal(json.challenge_code_token_endpoint, `${alone.issuer}/oauth2/token`);
  }
});

test('a client registers, is used, reads itself and is deleted', async () => {
  const register = (metadata: unknown) => send('POST', '/register', { 'content-type': 'application/json' }, JSON.stringify(metadata));
  const { status, json } = await register({
    redirect_uris: ['https://app.example/cb'],
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'refresh_token'],
    id_token_signed_response_alg: 'RS256',
  });
  assert.deepEqual([status, json.client_secret, json.profile], [201, undefined, undefined]);
  const client = drive(as, '', String(json.client_id));
  const redirect_uri = 'https://app.example/cb';
  const tokens = await client.redeem(await client.code({ redirect_uri, scope: 'openid' }), { redirect_uri });
  assert.match(Buffer.from(String(tokens.json.id_token).split('.')[0] ?? '', 'base64url').toString(), /"RS256"/);
  const uri = new URL(String(json.registration_client_uri)).pathname;
  const bearer = { authorization: `Bearer ${String(json.registration_access_token)}` };
  assert.equal((await send('GET', uri, bearer)).json.client_id, json.client_id);
  assert.equal((await send('GET', uri, { authorization: 'Bearer x' })).status, 401);
  assert.equal((await send('DELETE', uri, bearer)).status, 204);
  assert.equal((await send('GET', uri, bearer)).status, 401);
  for (const redirect_uris of [['http://app.example/cb'], ['https://app.example/#x'], ['com.example:/cb'], [], undefined]) {
    assert.deepEqual(
      [(await register({ redirect_uris })).status, (await register({ redirect_uris })).json.error],
      [400, 'invalid_redirect_uri'],
    );
  }
  assert.equal(
    (await register({ redirect_uris: ['com.example:/cb'], application_type: 'native', token_endpoint_auth_method: 'none' })).status,
    201,
  );
  assert.equal((await register('{')).json.error, 'invalid_client_metadata');
});

test('a registration token is asked for where the mock was made with one', async () => {
  const closed = drive(mockAuthorizationServer({ initialAccessToken: 'an initial access token' }));
  const register = (headers: Readonly<Record<string, string>>) =>
    closed.send('POST', '/register', headers, JSON.stringify({ redirect_uris: ['https://app.example/cb'] }));
  assert.equal((await register({})).status, 401);
  assert.equal((await register({ authorization: 'Bearer an initial access token' })).status, 201);
});

test('a revoked token opens nothing, and another client cannot revoke it', async () => {
  const { code, redeem, open } = drive(as);
  const { json } = await redeem(await code());
  const revoke = (token: unknown, client_id: string) => post('/revoke', { token: String(token), client_id });
  assert.equal((await revoke(json.access_token, 'rfc9700-public-2')).status, 200);
  assert.equal((await open('/resource', json.access_token)).status, 200);
  assert.equal((await revoke(json.refresh_token, 'rfc9700-public')).status, 200);
  assert.equal((await open('/resource', json.access_token)).status, 401);
  assert.equal((await revoke('unknown', 'rfc9700-public')).status, 200);
});

test('a bearer token is taken in any case of the scheme, by query privately, and never echoed', async () => {
  const { code, redeem, open } = drive(as);
  const { access_token } = (await redeem(await code({ scope: 'read' }))).json;
  for (const scheme of ['Bearer', 'bearer', 'BEARER', 'bEaReR'])
    assert.equal((await send('GET', '/resource', { authorization: `${scheme} ${String(access_token)}` })).status, 200);
  const bare = await send('GET', '/resource');
  assert.deepEqual([bare.status, bare.headers['www-authenticate']], [401, `Bearer realm="${as.issuer}"`]);
  // RFC 6750 §2.3 leaves the query open; OAuth 2.1 closes it.
  const byQuery = await send('GET', `/resource?access_token=${String(access_token)}`);
  assert.deepEqual([byQuery.status, byQuery.headers['cache-control']], [200, 'private, no-store']);
  assert.equal(
    (await send('GET', `/resource?access_token=${String(access_token)}`, { authorization: `Bearer ${String(access_token)}` })).status,
    400,
  );
  const forged = await open('/resource', 'forged"token');
  assert.match(String(forged.headers['www-authenticate']), /error="invalid_token"/);
  assert.doesNotMatch(JSON.stringify(forged), /forged/);
  assert.equal((await open('/resource/write', access_token)).status, 403);
});
