import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drive, formOf, s256, verifier, type Fields } from '../../drive.js';
import { mockAuthorizationServer } from '../../index.js';

const as = mockAuthorizationServer({ profiles: ['rfc9700', 'oidc'], clock: 'manual' });
const { authorize, code, redeem, send, post } = drive(as);

async function redirected(fields: Fields): Promise<URL> {
  const location = await authorize(fields);
  assert.ok(location instanceof URL, `no redirect but ${JSON.stringify(location)}`);
  return location;
}

async function shown(fields: Fields): Promise<void> {
  const answer = await authorize(fields);
  assert.ok(!(answer instanceof URL), 'a redirect came');
  assert.equal(answer.status, 400);
  assert.match(String(answer.headers['content-type']), /^text\/html/);
}

test('success brings code, state and iss, and nothing of the request', async () => {
  const location = await redirected({ state: 'a+b/c=~%&d ' });
  assert.deepEqual([...location.searchParams.keys()], ['code', 'state', 'iss']);
  assert.equal(location.searchParams.get('state'), 'a+b/c=~%&d ');
  assert.equal(location.searchParams.get('iss'), as.issuer);
});

test('errors travel to the redirect URI with state and iss', async () => {
  const faults: [Fields, string][] = [
    [{ response_type: undefined }, 'invalid_request'],
    [{ response_type: 'foo' }, 'unsupported_response_type'],
    [{ response_type: 'token' }, 'unsupported_response_type'],
    [{ code_challenge_method: 'S512' }, 'invalid_request'],
    [{ code_challenge_method: 's256' }, 'invalid_request'],
    [{ code_challenge_method: undefined }, 'invalid_request'],
    [{ code_challenge_method: 'plain', code_challenge: verifier }, 'invalid_request'],
    [{ code_challenge: undefined }, 'invalid_request'],
    [{ code_challenge: 'short' }, 'invalid_request'],
    [{ code_challenge: [s256('a'), s256('b')] }, 'invalid_request'],
    [{ response_type: ['code', 'code'] }, 'invalid_request'],
    [{ scope: 'nonsense' }, 'invalid_scope'],
    [{ scope: 'read a"b' }, 'invalid_scope'],
    [{ request: 'x' }, 'request_not_supported'],
  ];
  for (const [fields, error] of faults) {
    const { searchParams } = await redirected(fields);
    assert.deepEqual(
      [searchParams.get('error'), searchParams.get('state'), searchParams.get('iss'), searchParams.get('code')],
      [error, 'xyz', as.issuer, null],
      JSON.stringify(fields),
    );
    assert.ok(searchParams.get('error_description'));
  }
});

test('nothing is sent to a URI that is not registered', async () => {
  const registered = 'https://client.example/callback';
  const near = [
    `${registered}/`,
    'https://CLIENT.example/callback',
    'https://client.example:443/callback',
    `${registered}?x=1`,
    'https://client.example/x/../callback',
    'http://client.example/callback',
    `${registered}@evil`,
    `${registered}#f`,
    'https://client.example/%63allback',
  ];
  for (const redirect_uri of near) await shown({ redirect_uri });
  await shown({ redirect_uri: [registered, registered] });
  await shown({ redirect_uri: undefined });
  await shown({ client_id: 'nobody' });
  await shown({ client_id: ['rfc9700-public', 'rfc9700-public'] });
});

test('the query of a redirect URI is kept, and the URI compared as it was sent', async () => {
  const redirect_uri = 'https://client.example/cb?a=b%20c&d=%C3%A9';
  const location = await redirected({ redirect_uri });
  assert.ok(location.href.startsWith(`${redirect_uri}&code=`));
  assert.equal((await redeem(await code({ redirect_uri }), { redirect_uri })).status, 200);
});

test('redirect_uri may be left out with one registered, unless openid is asked for', async () => {
  const bare = { client_id: 'rfc9700-public-2', redirect_uri: undefined };
  assert.equal((await redeem(await code(bare), bare)).status, 200);
  assert.equal((await redeem(await code(bare), { ...bare, redirect_uri: 'https://client.example/callback2' })).json.error, 'invalid_grant');
  await shown({ ...bare, scope: 'openid' });
});

test('a native client uses any loopback port and its own scheme, and always PKCE', async () => {
  const native = (redirect_uri: string, fields: Fields = {}) => ({ client_id: 'native', redirect_uri, ...fields });
  for (const uri of ['http://127.0.0.1:49152/callback', 'http://[::1]:65535/callback', 'com.example.app:/callback']) {
    assert.equal((await redeem(await code(native(uri)), native(uri))).status, 200);
  }
  for (const uri of [
    'http://127.0.0.1:5/other',
    'https://127.0.0.1/callback',
    'http://localhost/callback',
    'http://127.0.0.2/callback',
    'http://127.0.0.1:80@evil/callback',
    'http://127.0.0.1:5/callback?x',
  ]) {
    await shown(native(uri));
  }
  const given = await code(native('http://127.0.0.1:5000/callback'));
  assert.equal((await redeem(given, native('http://127.0.0.1:5001/callback'))).json.error, 'invalid_grant');
  const bare = await redirected(native('com.example.app:/callback', { code_challenge: undefined, code_challenge_method: undefined }));
  assert.equal(bare.searchParams.get('error'), 'invalid_request');
});

test('with openid comes an ID Token that fits', async () => {
  const openid = drive(as, '', 'oidc-public');
  const { json } = await openid.redeem(await openid.code({ scope: 'openid profile', nonce: 'n-0S6' }));
  const [, claims = ''] = String(json.id_token).split('.');
  const { iss, aud, nonce, exp, iat, sub } = JSON.parse(Buffer.from(claims, 'base64url').toString()) as Record<string, unknown>;
  assert.deepEqual([iss, aud, nonce, Number(exp) - Number(iat)], [as.issuer, 'oidc-public', 'n-0S6', 3600]);
  assert.equal((await openid.open('/userinfo', json.access_token)).json.sub, sub);
  const without = await openid.redeem(await openid.code({ scope: 'profile' }));
  assert.equal(without.json.id_token, undefined);
  assert.equal((await openid.open('/userinfo', without.json.access_token)).status, 403);
});

test('a form asks the resource owner, and counts only as it was given', async () => {
  const asking = drive(mockAuthorizationServer({ approval: 'form' }));
  const page = (await asking.authorize()) as Awaited<ReturnType<typeof asking.send>>;
  assert.equal(page.status, 200);
  assert.match(String(page.headers['content-security-policy']), /frame-ancestors 'none'/);
  const fields = hiddenIn(page.body);
  const decide = async (more: Fields) =>
    new URL(String((await asking.post('/authorize', { ...fields, ...more })).headers.location)).searchParams;
  assert.ok((await decide({ decision: 'approve' })).get('code'));
  assert.equal((await decide({ decision: 'deny' })).get('error'), 'access_denied');
  assert.equal((await decide({ decision: 'approve', consent: 'forged' })).get('error'), 'access_denied');
  assert.equal((await decide({ decision: 'approve', consent: undefined })).get('error'), 'access_denied');
});

/** The hidden fields of a page, as a browser would send them back. */
const hiddenIn = (page: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...page.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)">/g)].map(([, name = '', value = '']) => [
      name,
      value.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))),
    ]),
  );

test('a form asks for a pushed request as well, which is used up when it is approved', async () => {
  const asking = drive(mockAuthorizationServer({ approval: 'form' }));
  const challenge = { code_challenge: s256(verifier), code_challenge_method: 'S256' };
  const redirect = { client_id: 'rfc9700-public', redirect_uri: 'https://client.example/callback' };
  const { json } = await asking.post('/par', { response_type: 'code', scope: 'read', state: 'p', ...redirect, ...challenge });
  const query = formOf({ client_id: 'rfc9700-public', request_uri: String(json.request_uri) });
  const fields = hiddenIn((await asking.send('GET', `/authorize?${query}`)).body);
  assert.deepEqual(Object.keys(fields), ['client_id', 'request_uri', 'consent']);
  assert.equal((await asking.post('/authorize', { ...fields, consent: 'forged', decision: 'approve' })).status, 303);
  const approved = new URL(String((await asking.post('/authorize', { ...fields, decision: 'approve' })).headers.location));
  assert.equal(approved.searchParams.get('state'), 'p');
  assert.equal((await asking.redeem(approved.searchParams.get('code') ?? '')).status, 200);
  assert.equal((await asking.post('/authorize', { ...fields, decision: 'approve' })).status, 400);
});

test('a pushed request is used once, by its client, in its time, as it was pushed', async () => {
  const push = async (fields: Fields = {}) =>
    post('/par', {
      response_type: 'code',
      client_id: 'rfc9700-public',
      redirect_uri: 'https://client.example/callback',
      scope: 'read',
      state: 'p',
      code_challenge: s256(verifier),
      code_challenge_method: 'S256',
      ...fields,
    });
  const use = (request_uri: unknown, fields: Fields = {}) =>
    send(
      'GET',
      `/authorize?${new URLSearchParams({ client_id: 'rfc9700-public', request_uri: String(request_uri), ...fields } as Record<string, string>).toString()}`,
    );
  const pushed = await push();
  assert.deepEqual([pushed.status, pushed.json.expires_in], [201, 60]);
  const location = new URL(
    String(
      (await use(pushed.json.request_uri, { code_challenge: s256('x'), code_challenge_method: 'plain', state: 'front' })).headers.location,
    ),
  );
  assert.equal(location.searchParams.get('state'), 'p');
  assert.equal((await redeem(location.searchParams.get('code') ?? '')).status, 200);
  assert.equal((await use(pushed.json.request_uri)).status, 400);
  assert.equal((await use((await push()).json.request_uri, { client_id: 'rfc9700-public-2' })).status, 400);
  const late = await push();
  as.clock.advance(60_000);
  assert.equal((await use(late.json.request_uri)).status, 400);
  for (const fault of [
    { code_challenge_method: 'S512' },
    { request_uri: 'urn:x' },
    { redirect_uri: 'https://evil.example/' },
    { scope: ['read', 'read'] },
  ]) {
    assert.deepEqual([(await push(fault)).status, (await push(fault)).json.error], [400, 'invalid_request']);
  }
  assert.equal((await push({ client_id: 'rfc9700-confidential' })).status, 401);
  assert.equal((await send('GET', '/par')).status, 405);
});
