import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import * as oauth from 'oauth4webapi';
import * as openid from 'openid-client';
import { mockAuthorizationServer, type Profile } from './index.js';
import type { Listener } from './listen.js';

const redirectUri = 'https://client.example/callback';

/** Clients that others wrote, over HTTP: what they refuse, the mock gets wrong. */
for (const profile of ['pkce-access-token', 'oidc', 'oauth-2.1'] satisfies readonly Profile[]) {
  describe(`Clients in the wild against ${profile}`, () => {
    const clientId = `${profile}-public`;
    const as = mockAuthorizationServer({ profile });
    let listener: Listener;
    before(async () => {
      listener = await as.listen();
    });
    after(() => listener.close());

    test('openid-client discovers, authorizes, redeems, asks for the user and refreshes', async () => {
      const config = await openid.discovery(new URL(as.issuer), clientId, undefined, openid.None(), {
        execute: [openid.allowInsecureRequests],
      });
      const verifier = openid.randomPKCECodeVerifier();
      const state = openid.randomState();
      const nonce = openid.randomNonce();
      const authorizationUrl = openid.buildAuthorizationUrl(config, {
        ...{ redirect_uri: redirectUri, scope: 'openid profile', state, nonce },
        ...{ code_challenge: await openid.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
      });
      const tokens = await openid.authorizationCodeGrant(config, await redirectOf(authorizationUrl), {
        ...{ pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true },
      });
      const subject = tokens.claims()?.sub ?? assert.fail('the id_token names nobody');
      assert.equal((await openid.fetchUserInfo(config, tokens.access_token, subject)).sub, subject);
      const refreshed = await openid.refreshTokenGrant(config, tokens.refresh_token ?? assert.fail('no refresh token came'));
      assert.notEqual(refreshed.access_token, tokens.access_token);
    });

    test('oauth4webapi discovers, authorizes, validates the id_token and its signature', async () => {
      const insecure = { [oauth.allowInsecureRequests]: true };
      const issuer = new URL(as.issuer);
      const server = await oauth.processDiscoveryResponse(
        issuer,
        await oauth.discoveryRequest(issuer, { ...insecure, algorithm: 'oauth2' }),
      );
      const client = { client_id: clientId };
      const verifier = oauth.generateRandomCodeVerifier();
      const nonce = oauth.generateRandomNonce();
      const state = oauth.generateRandomState();
      const authorizationUrl = new URL(server.authorization_endpoint ?? assert.fail('no authorization endpoint is published'));
      authorizationUrl.search = new URLSearchParams({
        ...{ client_id: clientId, redirect_uri: redirectUri, response_type: 'code', scope: 'openid', state, nonce },
        ...{ code_challenge: await oauth.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' },
      }).toString();
      const answer = oauth.validateAuthResponse(server, client, await redirectOf(authorizationUrl), state);
      const response = await oauth.authorizationCodeGrantRequest(server, client, oauth.None(), answer, redirectUri, verifier, insecure);
      const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, { expectedNonce: nonce, requireIdToken: true });
      await oauth.validateApplicationLevelSignature(server, response, insecure);
      assert.equal(tokens.token_type, 'bearer');
    });

    test('curl and a shell walk it by hand', async () => {
      const verifier = randomBytes(32).toString('base64url');
      const { authorization, token, userinfo } = endpointsOf(await curl(`${as.issuer}/.well-known/oauth-authorization-server`));
      const redirect = await redirectByCurl(authorization, {
        ...{ response_type: 'code', client_id: clientId, redirect_uri: redirectUri, scope: 'openid', state: 'xyz', nonce: 'n-1' },
        ...{ code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256' },
      });
      const code = redirect.searchParams.get('code') ?? assert.fail(`no code came: ${redirect.href}`);
      const answered = await curl(
        token,
        ...form({ grant_type: 'authorization_code', client_id: clientId, code, redirect_uri: redirectUri, code_verifier: verifier }),
      );
      const { access_token } = JSON.parse(answered) as { access_token: string };
      assert.match(await curl(userinfo, '--header', `Authorization: Bearer ${access_token}`), /"sub":/);
    });
  });
}

/** Plays the user agent, which the mock answers without a page: the redirect it was sent to. */
async function redirectOf(authorizationUrl: URL): Promise<URL> {
  const { status, headers } = await fetch(authorizationUrl, { redirect: 'manual' });
  return new URL(headers.get('location') ?? assert.fail(`no redirect came, but ${status}`));
}

async function redirectByCurl(authorization: string, parameters: Readonly<Record<string, string>>): Promise<URL> {
  const directory = await mkdtemp(join(tmpdir(), 'real-clients-'));
  try {
    const body = join(directory, 'body');
    return new URL(await curl(authorization, '--get', '--output', body, '--write-out', '%{redirect_url}', ...form(parameters)));
  } finally {
    await rm(directory, { recursive: true });
  }
}

const form = (parameters: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(parameters).flatMap(([name, value]) => ['--data-urlencode', `${name}=${value}`]);

async function curl(url: string, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('curl', ['--silent', '--show-error', '--max-time', '20', '--noproxy', '*', ...args, url]);
  return stdout;
}

function endpointsOf(metadata: string): { readonly authorization: string; readonly token: string; readonly userinfo: string } {
  const members = JSON.parse(metadata) as Readonly<Record<string, string>>;
  const named = (member: string): string => members[member] ?? assert.fail(`${member} is not published`);
  return { authorization: named('authorization_endpoint'), token: named('token_endpoint'), userinfo: named('userinfo_endpoint') };
}
