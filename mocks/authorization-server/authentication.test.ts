import assert from 'node:assert/strict';
import { generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { test } from 'node:test';
import { basic, drive, type Fields } from '../drive.js';
import { mockAuthorizationServer } from '../index.js';

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const secret = 'rfc9700: a secret + 100% made up / for tests';
const redirect_uris = ['https://client.example/callback'];
const as = mockAuthorizationServer({
  clock: 'manual',
  clients: [
    { client_id: 'public', redirect_uris },
    { client_id: 'confidential', client_secret: secret, redirect_uris },
    { client_id: 'other', client_secret: 'another secret', redirect_uris },
    {
      client_id: 'signing',
      token_endpoint_auth_method: 'private_key_jwt',
      redirect_uris,
      jwks: { keys: [publicKey.export({ format: 'jwk' })] },
    },
  ],
});

async function redeem(client_id: string, fields: Fields, headers: Readonly<Record<string, string>> = {}) {
  const { code, redeem } = drive(as, '', client_id);
  return redeem(await code(), fields, headers);
}

test('a confidential client proves itself by Basic or in the body', async () => {
  assert.equal((await redeem('confidential', { client_id: undefined }, basic('confidential', secret))).status, 200);
  assert.equal((await redeem('confidential', {}, basic('confidential', secret))).status, 200);
  assert.equal((await redeem('confidential', { client_secret: secret })).status, 200);
});

test('it cannot go without, and a failed attempt keeps the code', async () => {
  for (const client_secret of [undefined, '', 'wrong', `${secret} `, secret.toUpperCase(), secret.slice(0, -1), 'another secret']) {
    const answer = await redeem('confidential', { client_secret });
    assert.deepEqual([answer.status, answer.json.error], [401, 'invalid_client']);
  }
  const { code, redeem: again } = drive(as, '', 'confidential');
  const kept = await code();
  assert.equal((await again(kept, { client_secret: 'wrong' })).status, 401);
  assert.equal((await again(kept, { client_secret: secret })).status, 200);
});

test('a failed or broken Authorization header is a 401 that names Basic', async () => {
  const headers = [
    basic('confidential', 'wrong'),
    basic('nobody', secret),
    { authorization: 'Basic !!!' },
    { authorization: 'Basic ' },
    { authorization: 'Basic' },
    { authorization: `Basic ${Buffer.from('no colon').toString('base64')}` },
    { authorization: 'Digest x' },
    { authorization: 'Bearer x' },
  ];
  for (const header of headers) {
    const answer = await redeem('confidential', { client_id: undefined }, header);
    assert.deepEqual([answer.status, answer.json.error], [401, 'invalid_client'], header.authorization);
    assert.match(String(answer.headers['www-authenticate']), /^Basic /);
  }
});

test('two ways at once, and two names, are refused', async () => {
  assert.equal((await redeem('confidential', { client_secret: secret }, basic('confidential', secret))).json.error, 'invalid_request');
  const other = await redeem('other', { client_id: 'other' }, basic('confidential', secret));
  assert.deepEqual([other.status, other.json.error], [400, 'invalid_request']);
});

test('a public client names itself, and needs nothing else', async () => {
  assert.equal((await redeem('public', { client_id: undefined })).json.error, 'invalid_request');
  assert.equal((await redeem('public', { client_id: 'nobody' })).json.error, 'invalid_client');
  assert.equal((await redeem('public', {}, { authorization: 'Bearer junk' })).status, 200);
  assert.equal((await redeem('public', { client_secret: 'junk' })).status, 200);
  assert.equal((await redeem('public', { client_secret: 'junk', code_verifier: undefined })).status, 400);
});

test('both proofs are needed: the secret replaces no verifier', async () => {
  assert.equal((await redeem('confidential', { client_secret: secret, code_verifier: undefined })).status, 400);
  assert.equal((await redeem('confidential', { client_secret: secret, code_verifier: 'x'.repeat(43) })).json.error, 'invalid_grant');
});

test('grants that are not offered yield nothing', async () => {
  const { post } = drive(as);
  for (const grant_type of ['foo', 'Authorization_Code', 'password', 'client_credentials', 'authorization_code ']) {
    const answer = await post('/token', { grant_type, client_id: 'public', username: 'a', password: 'b' });
    assert.deepEqual([answer.status, answer.json.error], [400, 'unsupported_grant_type']);
  }
});

test('a signed assertion proves a client, once, to this server, in its time', async () => {
  const assertion = (claims: Readonly<Record<string, unknown>> = {}) => {
    const now = Math.floor(as.clock.now() / 1000);
    const parts = [{ alg: 'ES256' }, { iss: 'signing', sub: 'signing', aud: as.issuer, exp: now + 60, jti: randomUUID(), ...claims }]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    return `${parts}.${sign('sha256', Buffer.from(parts), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  };
  const type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
  const status = async (client_assertion: string | undefined, fields: Fields = {}) =>
    (await redeem('signing', { client_assertion, client_assertion_type: type, ...fields })).status;
  const once = assertion();
  assert.equal(await status(once), 200);
  assert.equal(await status(once), 401);
  assert.equal(await status(assertion({ aud: ['x', `${as.issuer}/token`] }), { client_id: undefined }), 200);
  for (const claims of [{ aud: 'https://evil.example' }, { exp: 1 }, { iss: 'other' }, { jti: undefined }])
    assert.equal(await status(assertion(claims)), 401);
  assert.equal(await status(`${assertion().slice(0, -8)}AAAAAAAA`), 401);
  assert.equal(await status('not.a.jwt'), 401);
  assert.equal(await status(undefined), 401);
});
