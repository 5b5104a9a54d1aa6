import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import { mockAuthorizationServer } from './index.js';
import type { Listener } from './listen.js';

const redirectUri = 'https://client.example/callback';
const as = mockAuthorizationServer({ profile: 'oidc', clock: 'real' });
let listener: Listener;
before(async () => {
  listener = await as.listen();
});
after(() => listener.close());

/** A client that registers itself with the public half of its key, pushes its requests and takes ID Tokens signed by RS256. */
async function registered(): Promise<{ readonly config: openid.Configuration; readonly key: openid.CryptoKey }> {
  const { publicKey, privateKey } = await oauth.generateKeyPair('ES256', { extractable: true });
  const { kty = '', crv = '', x = '', y = '' } = await crypto.subtle.exportKey('jwk', publicKey);
  const metadata = {
    redirect_uris: [redirectUri],
    token_endpoint_auth_method: 'private_key_jwt',
    jwks: { keys: [{ kty, crv, x, y, alg: 'ES256', use: 'sig' }] },
    grant_types: ['authorization_code', 'refresh_token'],
    id_token_signed_response_alg: 'RS256',
    require_pushed_authorization_requests: true,
  };
  const config = await openid.dynamicClientRegistration(new URL(as.issuer), metadata, openid.PrivateKeyJwt(privateKey), {
    execute: [openid.allowInsecureRequests, openid.enableNonRepudiationChecks],
  });
  return { config, key: privateKey };
}

/** Pushes a request, follows it, and gives what redeems the code. */
async function authorized(config: openid.Configuration) {
  const pkceCodeVerifier = openid.randomPKCECodeVerifier();
  const expectedState = openid.randomState();
  const expectedNonce = openid.randomNonce();
  const authorizationUrl = await openid.buildAuthorizationUrlWithPAR(config, {
    ...{ redirect_uri: redirectUri, scope: 'openid', state: expectedState, nonce: expectedNonce },
    ...{ code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier), code_challenge_method: 'S256' },
  });
  const { headers } = await fetch(authorizationUrl, { redirect: 'manual' });
  const redirect = new URL(headers.get('location') ?? assert.fail('no redirect came'));
  return { authorizationUrl, redirect, checks: { pkceCodeVerifier, expectedState, expectedNonce, idTokenExpected: true } };
}

const refusedAs = (error: string) => (failure: unknown) => failure instanceof openid.ResponseBodyError && failure.error === error;

test('openid-client registers, pushes by private_key_jwt, and verifies an ID Token signed by RS256', async () => {
  const { config } = await registered();
  const { authorizationUrl, redirect, checks } = await authorized(config);
  assert.deepEqual([...authorizationUrl.searchParams.keys()].sort(), ['client_id', 'request_uri']);
  const tokens = await openid.authorizationCodeGrant(config, redirect, checks);
  const [header = ''] = (tokens.id_token ?? '').split('.');
  assert.equal((JSON.parse(Buffer.from(header, 'base64url').toString()) as { readonly alg?: string }).alg, 'RS256');
});

test('a rotated refresh token that is used again takes the whole grant along', async () => {
  const { config } = await registered();
  const { redirect, checks } = await authorized(config);
  const first = await openid.authorizationCodeGrant(config, redirect, checks);
  const second = await openid.refreshTokenGrant(config, first.refresh_token ?? '');
  assert.notEqual(second.refresh_token, first.refresh_token);
  await assert.rejects(openid.refreshTokenGrant(config, first.refresh_token ?? ''), refusedAs('invalid_grant'));
  await assert.rejects(openid.refreshTokenGrant(config, second.refresh_token ?? ''), refusedAs('invalid_grant'));
  await assert.rejects(openid.fetchUserInfo(config, second.access_token, openid.skipSubjectCheck));
});

test('a code that is redeemed again takes the tokens of the first redemption along', async () => {
  const { config } = await registered();
  const { redirect, checks } = await authorized(config);
  const tokens = await openid.authorizationCodeGrant(config, redirect, checks);
  await openid.fetchUserInfo(config, tokens.access_token, openid.skipSubjectCheck);
  await assert.rejects(openid.authorizationCodeGrant(config, redirect, checks), refusedAs('invalid_grant'));
  await assert.rejects(openid.fetchUserInfo(config, tokens.access_token, openid.skipSubjectCheck));
});

test('an assertion of another key, of another time, for another server or used before is refused', async () => {
  const { config } = await registered();
  const { key: foreign } = await registered();
  const server = config.serverMetadata();
  const client = { client_id: config.clientMetadata().client_id };
  const asked = async (authentication: oauth.ClientAuth): Promise<string> => {
    const response = await oauth.refreshTokenGrantRequest(server, client, authentication, 'unknown', {
      [oauth.allowInsecureRequests]: true,
    });
    return ((await response.json()) as { readonly error: string }).error;
  };
  // What a right one gets as far as.
  const right = (await registered()).config;
  await assert.rejects(openid.refreshTokenGrant(right, 'unknown'), refusedAs('invalid_grant'));
  assert.equal(await asked(oauth.PrivateKeyJwt(foreign)), 'invalid_client');

  const { config: own, key } = await registered();
  client.client_id = own.clientMetadata().client_id;
  const altered = (change: (claims: Record<string, oauth.JsonValue | undefined>) => void): oauth.ClientAuth =>
    oauth.PrivateKeyJwt(key, { [oauth.modifyAssertion]: (_header, claims) => change(claims) });
  assert.equal(await asked(altered(() => undefined)), 'invalid_grant');
  assert.equal(await asked(altered((claims) => (claims.exp = 1))), 'invalid_client');
  assert.equal(await asked(altered((claims) => (claims.aud = 'https://elsewhere.example'))), 'invalid_client');
  assert.equal(await asked(altered((claims) => (claims.sub = 'somebody-else'))), 'invalid_client');
  const same = altered((claims) => (claims.jti = 'the-same'));
  assert.deepEqual([await asked(same), await asked(same)], ['invalid_grant', 'invalid_client']);
});

test('a script of another origin may call the token endpoint, and no script the authorization endpoint', async () => {
  const preflight = async (path: string): Promise<readonly [number, string | null]> => {
    const { status, headers } = await fetch(`${as.issuer}${path}`, {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example', 'access-control-request-method': 'POST' },
    });
    return [status, headers.get('access-control-allow-origin')];
  };
  for (const path of ['/token', '/par', '/revoke', '/userinfo', '/.well-known/openid-configuration', '/jwks'])
    assert.deepEqual(await preflight(path), [204, '*'], path);
  assert.deepEqual(await preflight('/authorize'), [204, null]);
});
