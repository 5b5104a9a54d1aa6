import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { HttpHeaders } from '../protocol/http.js';
import { readTokenResponse } from '../protocol/messages.js';
import type { AnswerForm, FormOracle } from './answer-form.js';
import { NothingToJudge, Violation } from './findings.js';
import { bearerType, expiresInSeconds, holdsMembers, idTokenFor, keptOutOfCaches, scopeAsString } from './token-response-form.js';

const body = (members: object): string => JSON.stringify({ access_token: '2YotnFZFEjr1zCsicMWpAA', ...members });
const form = (text: string, headers: HttpHeaders = {}): AnswerForm => ({ n: 7, status: 200, headers, response: readTokenResponse(text) });
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function upholds(oracle: FormOracle, ...texts: readonly string[]): void {
  for (const text of texts) assert.equal(oracle(form(text)), undefined, text);
}
function violates(oracle: FormOracle, received: RegExp, text: string): void {
  assert.throws(
    () => oracle(form(text)),
    (error) => error instanceof Violation && received.test(error.received) && error.detail.exchanges?.[0] === 7,
    text,
  );
}
function leavesToOthers(oracle: FormOracle, ...texts: readonly string[]): void {
  for (const text of texts) assert.throws(() => oracle(form(text)), NothingToJudge, text);
}

describe('the members of a response', () => {
  const oracle = holdsMembers(['access_token', 'expires_in', 'token_type', 'scope']);
  const whole = { expires_in: 7199, token_type: 'Bearer', scope: 'openid' };

  test('all there, in whatever type their own rules judge', () => {
    upholds(oracle, body(whole), body({ ...whole, expires_in: '7199', scope: ['openid'], refresh_token: 'more' }));
  });
  test('one missing, empty or null', () => {
    violates(oracle, /scope is missing/, body({ expires_in: 1, token_type: 'Bearer' }));
    violates(oracle, /scope is missing/, body({ ...whole, scope: '' }));
    violates(oracle, /expires_in and token_type are missing/, body({ scope: 'openid', expires_in: null }));
  });
  test('a token that is no string, or not at the top, or no JSON', () => {
    violates(oracle, /access_token is missing/, body({ ...whole, access_token: 42 }));
    violates(oracle, /only data/, JSON.stringify({ data: { access_token: '2YotnFZFEjr1zCsicMWpAA', ...whole } }));
    violates(oracle, /no JSON object/, 'access_token=2YotnFZFEjr1zCsicMWpAA&expires_in=1&token_type=Bearer&scope=openid');
  });
});

describe('expires_in', () => {
  test('a positive whole number, up to the maximum if there is one', () => {
    upholds(expiresInSeconds(), body({ expires_in: 1 }), body({ expires_in: 7199 }), body({ expires_in: 86_400 }));
    upholds(expiresInSeconds(7200), body({ expires_in: 7200 }));
    violates(expiresInSeconds(7200), /7201/, body({ expires_in: 7201 }));
  });
  test('anything else', () => {
    for (const value of ['7199', 0, -1, 1.5, true, [7199]]) violates(expiresInSeconds(), /expires_in/, body({ expires_in: value }));
  });
  test('what could be milliseconds is noted, and its absence left to another rule', () => {
    assert.match(expiresInSeconds()(form(body({ expires_in: 7_199_000 }))) ?? '', /milliseconds/);
    leavesToOthers(expiresInSeconds(), body({}), body({ expires_in: null }), 'access_token=2YotnFZFEjr1zCsicMWpAA&expires_in=1');
  });
});

test('token_type is Bearer in any case', () => {
  upholds(bearerType, body({ token_type: 'Bearer' }), body({ token_type: 'bearer' }), body({ token_type: 'BEARER' }));
  for (const type of ['mac', 'Bearer ', 1, {}]) violates(bearerType, /token_type/, body({ token_type: type }));
  leavesToOthers(bearerType, body({}));
});

test('scope is one string of tokens with single spaces', () => {
  const oracle = scopeAsString('openid get_user_info');
  upholds(oracle, body({ scope: 'openid' }), body({ scope: 'openid get_user_info' }), body({ scope: 'default' }), body({ scope: 'a,b' }));
  for (const scope of [['openid'], { openid: true }, 'openid  get_user_info', ' openid', 'a"b', 'openid,get_user_info']) {
    violates(oracle, /scope/, body({ scope }));
  }
  leavesToOthers(oracle, body({}));
});

test('no-store keeps a response out of caches; a missing Pragma beside it is noted', () => {
  const says = (headers: HttpHeaders): string | undefined => keptOutOfCaches(form(body({}), headers));
  assert.equal(says({ 'cache-control': 'no-store', pragma: 'no-cache' }), undefined);
  assert.equal(says({ 'cache-control': ['private', 'No-Store, max-age=0'], pragma: 'no-cache' }), undefined);
  assert.match(says({ 'cache-control': 'no-store' }) ?? '', /Pragma/);
  for (const headers of [{}, { pragma: 'no-cache' }, { 'cache-control': 'no-cache' }, { 'cache-control': 'no-stored' }]) {
    assert.throws(() => says(headers), Violation);
  }
});

describe('an id_token', () => {
  const oracle = idTokenFor({ client_id: 'app', issuer: 'https://as.example', now: 1_000_000 });
  const claims = { iss: 'https://as.example', aud: 'app', exp: 1001 };
  const tokenOf = (altered: object = {}): string => `${part({ alg: 'ES256' })}.${part({ ...claims, ...altered })}.c2ln`;

  test('made for the client by the server', () => {
    upholds(oracle, body({ id_token: tokenOf() }), body({ id_token: tokenOf({ aud: ['other', 'app'] }), scope: 'openid' }));
    assert.match(oracle(form(body({ id_token: 'a.b.c.d.e' }))) ?? '', /encrypted/);
    const anyIssuer = idTokenFor({ client_id: 'app', issuer: undefined, now: 1_000_000 });
    assert.equal(anyIssuer(form(body({ id_token: tokenOf({ iss: 'https://elsewhere.example' }) }))), undefined);
  });
  test('missing, of another kind, or made for somebody else', () => {
    violates(oracle, /no id_token/, body({}));
    violates(oracle, /not a string/, body({ id_token: 1 }));
    violates(oracle, /parts/, body({ id_token: 'opaque' }));
    violates(oracle, /aud/, body({ id_token: tokenOf({ aud: 'other' }) }));
    violates(oracle, /iss/, body({ id_token: tokenOf({ iss: 'https://as.example/' }) }));
    violates(oracle, /exp/, body({ id_token: tokenOf({ exp: 1000 }) }));
    violates(oracle, /exp/, body({ id_token: tokenOf({ exp: '1001' }) }));
  });
  test('not due where openid was not granted', () => {
    leavesToOthers(oracle, body({ scope: 'get_user_info' }));
  });
});
