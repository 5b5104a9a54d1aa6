import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drive, otherVerifier, s256, verifier } from '../../drive.js';
import { mockAuthorizationServer, type Mutant } from '../../index.js';

function mock(client_id = 'rfc9700-public', mutants: readonly Mutant[] = []) {
  const as = mockAuthorizationServer({ profiles: ['rfc9700', 'rfc7636', 'oauth-2.1'], clock: 'manual', mutants });
  return { as, ...drive(as, '', client_id) };
}

test('a code is redeemed with the verifier of its challenge, once, while it lives', async () => {
  const { as, code, redeem, open } = mock();
  const first = await code();
  as.clock.advance(59_999);
  const { status, json, headers } = await redeem(first);
  assert.equal(status, 200);
  assert.deepEqual([json.token_type, json.expires_in, json.scope], ['Bearer', 3600, 'read']);
  assert.deepEqual([headers['cache-control'], headers.pragma], ['no-store', 'no-cache']);
  assert.equal((await open('/resource', json.access_token)).status, 200);
  const late = await code();
  as.clock.advance(60_000);
  assert.equal((await redeem(late)).json.error, 'invalid_grant');
});

test('a valid second redemption takes the tokens back, an invalid one does not', async () => {
  const { code, redeem, open, refresh } = mock();
  const given = await code();
  const { access_token, refresh_token } = (await redeem(given)).json;
  assert.equal((await redeem(given, { code_verifier: otherVerifier })).status, 400);
  assert.equal((await open('/resource', access_token)).status, 200);
  assert.equal((await redeem(given)).json.error, 'invalid_grant');
  assert.equal((await open('/resource', access_token)).status, 401);
  assert.equal((await refresh(refresh_token)).json.error, 'invalid_grant');
});

test('a verifier that does not fit burns the code; a missing one does not', async () => {
  const { code, redeem } = mock();
  const kept = await code();
  assert.equal((await redeem(kept, { code_verifier: undefined })).json.error, 'invalid_request');
  assert.equal((await redeem(kept)).status, 200);
  const burnt = await code();
  assert.equal((await redeem(burnt, { code_verifier: otherVerifier })).json.error, 'invalid_grant');
  assert.equal((await redeem(burnt)).json.error, 'invalid_grant');
});

test('a verifier is for codes with a challenge only', async () => {
  const { code, redeem } = mock();
  const bare = { code_challenge: undefined, code_challenge_method: undefined };
  assert.equal((await redeem(await code(bare))).json.error, 'invalid_request');
  assert.equal((await redeem(await code(bare), { code_verifier: undefined })).status, 200);
});

test('OAuth 2.1 demands a challenge, and no redirect_uri at the token endpoint', async () => {
  const { authorize, code, redeem } = mock('oauth-2.1-confidential');
  const refused = await authorize({ code_challenge: undefined, code_challenge_method: undefined });
  assert.ok(refused instanceof URL);
  assert.equal(refused.searchParams.get('error'), 'invalid_request');
  const secret = { client_secret: 'oauth-2.1: a secret + 100% made up / for tests' };
  const answer = await redeem(await code(), { redirect_uri: undefined, ...secret });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.pragma, undefined);
  assert.equal((await redeem(await code(), { redirect_uri: 'https://client.example/callback2', ...secret })).json.error, 'invalid_grant');
});

test('plain is offered by RFC 7636 and by nobody else', async () => {
  for (const [client, offered] of [
    ['rfc7636-public', true],
    ['rfc9700-public', false],
  ] as const) {
    const { authorize, code, redeem } = mock(client);
    const plain = { code_challenge: verifier, code_challenge_method: undefined };
    if (offered) assert.equal((await redeem(await code(plain))).status, 200);
    else assert.equal(((await authorize(plain)) as URL).searchParams.get('error'), 'invalid_request');
  }
});

test('a code belongs to one client and one redirect URI', async () => {
  const { code, redeem } = mock();
  assert.equal((await redeem(await code(), { client_id: 'rfc9700-public-2' })).json.error, 'invalid_grant');
  assert.equal((await redeem(await code(), { redirect_uri: 'https://client.example/callback2' })).json.error, 'invalid_grant');
  assert.equal((await redeem(await code(), { redirect_uri: undefined })).status, 400);
});

test('a refresh rotates, narrows and never widens', async () => {
  const { code, redeem, refresh } = mock();
  const { refresh_token } = (await redeem(await code({ scope: 'read write' }))).json;
  assert.equal((await refresh(refresh_token, { scope: 'read profile' })).json.error, 'invalid_scope');
  assert.equal((await refresh(refresh_token, { client_id: 'rfc9700-public-2' })).json.error, 'invalid_grant');
  const narrowed = (await refresh(refresh_token, { scope: 'read' })).json;
  assert.equal(narrowed.scope, 'read');
  assert.notEqual(narrowed.refresh_token, refresh_token);
  assert.equal((await refresh(narrowed.refresh_token)).json.scope, 'read write');
});

test('a refresh token lives for a fortnight, and the one that takes its place as long again', async () => {
  const { as, code, redeem, refresh } = mock();
  const fortnight = 14 * 86_400_000;
  const first = (await redeem(await code())).json;
  const unused = (await redeem(await code())).json;
  as.clock.advance(fortnight - 1);
  const second = await refresh(first.refresh_token);
  assert.equal(second.status, 200);
  as.clock.advance(1);
  assert.deepEqual(await refresh(unused.refresh_token).then(({ status, json }) => [status, json.error]), [400, 'invalid_grant']);
  as.clock.advance(fortnight - 2);
  const third = await refresh(second.json.refresh_token);
  assert.equal(third.status, 200);
  as.clock.advance(fortnight);
  assert.equal((await refresh(third.json.refresh_token)).json.error, 'invalid_grant');
});

test('the second use of a rotated refresh token ends the grant', async () => {
  const { code, redeem, refresh, open } = mock();
  const first = (await redeem(await code())).json;
  const second = (await refresh(first.refresh_token)).json;
  assert.equal((await refresh(first.refresh_token)).json.error, 'invalid_grant');
  assert.equal((await refresh(second.refresh_token)).json.error, 'invalid_grant');
  assert.equal((await open('/resource', second.access_token)).status, 401);
});

test('credentials are not taken for each other', async () => {
  const { code, redeem, refresh, open } = mock();
  const given = await code();
  const { access_token, refresh_token } = (await redeem(given)).json;
  for (const other of [given, refresh_token, verifier, s256(verifier)]) assert.equal((await open('/resource', other)).status, 401);
  assert.equal((await refresh(access_token)).json.error, 'invalid_grant');
  assert.equal((await redeem(String(access_token))).json.error, 'invalid_grant');
});

test('fifty copies of one redemption yield one token, in a store that answers at once', async () => {
  const { code, redeem } = mock();
  const given = await code();
  const answers = await Promise.all(Array.from({ length: 50 }, () => redeem(given)));
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
});

test('a replaced decision may answer late, and then the race is there', async () => {
  const lateSpend: Mutant = {
    fault: 'The code is looked up and spent in two steps',
    breaks: ['rfc6749/4.1.2/code-reuse-race'],
    replace: {
      spendCode: async (store, key, until) => {
        const spent = await store.spentCodes.find(key);
        await new Promise(setImmediate);
        await store.spentCodes.put(key, true, until);
        return spent === undefined;
      },
    },
  };
  const { code, redeem } = mock('rfc9700-public', [lateSpend]);
  const given = await code();
  const answers = await Promise.all(Array.from({ length: 5 }, () => redeem(given)));
  assert.equal(answers.filter(({ status }) => status === 200).length, 5);
  assert.equal((await redeem(given)).status, 400);
});

test('a decision that throws is a 500, and only once', async () => {
  const thrower: Mutant = {
    fault: 'A refusal throws',
    breaks: ['rfc6749/5.2/refusal-is-no-server-error'],
    replace: {
      errorMembers: () => {
        throw new Error('broken on purpose');
      },
    },
  };
  const { as, code, redeem } = mock('rfc9700-public', [thrower]);
  const answer = await redeem(await code(), { code_verifier: otherVerifier });
  assert.deepEqual([answer.status, answer.json.error], [500, 'server_error']);
  assert.match(String(as.exchanges.at(-1)?.failure), /broken on purpose/);
  assert.equal((await redeem(await code())).status, 200);
});

test('an answer that cannot be sent is a server error, and nothing worse', async () => {
  const echo: Mutant = {
    fault: 'The token is echoed in the challenge',
    breaks: ['rfc6750/5.2/refused-token-not-echoed'],
    replace: { bearerChallenge: (realm, _refusal, _scope, token) => `Bearer realm="${realm}", error="${token ?? ''}"` },
  };
  const { as, open } = mock('rfc9700-public', [echo]);
  assert.match(String((await open('/resource', 'plain')).headers['www-authenticate']), /error="plain"/);
  assert.equal((await open('/resource', 'a\r\nset-cookie: x')).status, 500);
  assert.match(String(as.exchanges.at(-1)?.failure), /can be sent/);
});
