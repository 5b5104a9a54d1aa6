import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTokenResponse } from '../protocol/messages.js';
import type { AnswerForm } from './answer-form.js';
import { grantTypeMissing, grantTypeUnknown, errorCode, namesError, oauthError, unknownClientError } from './error-form.js';
import { NothingToJudge, Violation } from './findings.js';

const json = 'application/json;charset=UTF-8';
const form = (status: number, members: object | string, contentType = json): AnswerForm => ({
  n: 3,
  status,
  headers: { 'content-type': contentType },
  response: readTokenResponse(typeof members === 'string' ? members : JSON.stringify(members)),
});
const violated = (received: RegExp) => (error: unknown) => error instanceof Violation && received.test(error.received);

test('an OAuth error is JSON with a registered code under 400, or 401 for a client', () => {
  const oracle = oauthError();
  assert.equal(oracle(form(400, { error: 'invalid_grant', error_description: 'Client ID mismatch' })), undefined);
  assert.equal(oracle(form(401, { error: 'invalid_client' })), undefined);
  assert.throws(() => oracle(form(401, { error: 'invalid_grant' })), violated(/^status 401$/));
  assert.throws(() => oracle(form(200, { error: 'invalid_grant' })), violated(/^status 200$/));
  assert.throws(() => oracle(form(500, { error: 'invalid_grant' })), violated(/^status 500$/));
  assert.throws(() => oracle(form(400, { error: 'invalid_grant' }, 'text/html')), violated(/^Content-Type: text\/html$/));
  assert.throws(() => oracle(form(400, { error: 'pkce_failed' })), violated(/"pkce_failed"/));
  assert.throws(() => oracle(form(400, { code: 'invalid_grant' })), violated(/neither access_token nor error/));
  assert.throws(() => oracle(form(400, '<html>no</html>', 'text/html')), violated(/Content-Type.*markup/));
  assert.throws(() => oracle(form(400, { error: 'invalid_grant', error_description: { en: 'no' } })), violated(/error_description/));
});

test('an error code that the target file allows is lawful', () => {
  assert.equal(oauthError(['pkce_failed'])(form(400, { error: 'pkce_failed' })), undefined);
});

test('an unknown client is answered with one of the listed errors', () => {
  const oracle = unknownClientError(['invalid_client', 'invalid_grant']);
  assert.equal(oracle(form(400, { error: 'invalid_client' })), undefined);
  assert.equal(oracle(form(401, { error: 'invalid_client' })), undefined);
  assert.match(oracle(form(400, { error: 'invalid_grant' })) ?? '', /RFC 6749 §5\.2/);
  for (const answer of [
    form(401, { error: 'invalid_grant' }),
    form(404, { error: 'invalid_client' }),
    form(400, { error: 'invalid_request' }),
    form(400, 'no'),
    form(500, {}),
  ]) {
    assert.throws(() => oracle(answer), violated(/^status \d+ with /));
  }
});

test('a refusal says the one code that its fault has', () => {
  assert.equal(errorCode('invalid_grant')(form(400, { error: 'invalid_grant' })), undefined);
  assert.match(
    errorCode('invalid_grant', ['redirect_uri_mismatch'])(form(400, { error: 'redirect_uri_mismatch' })) ?? '',
    /redirect_uri_mismatch/,
  );
  assert.throws(() => errorCode('invalid_grant')(form(400, { error: 'redirect_uri_mismatch' })), violated(/redirect_uri_mismatch/));
  assert.throws(() => errorCode('invalid_grant')(form(400, 'no')), NothingToJudge);
});

test('an error that is tolerated is noted, and stands among the lawful ones of a violation', () => {
  const oracle = namesError(['invalid_request'], ['invalid_grant']);
  assert.match(oracle(form(400, { error: 'invalid_grant' })) ?? '', /invalid_grant.*invalid_request/);
  assert.throws(
    () => oracle(form(400, { error: 'invalid_scope' })),
    (error: unknown) => error instanceof Violation && error.expected === 'error: "invalid_request" or error: "invalid_grant"',
  );
});

test('a refusal names one of the lawful codes; what is not registered, or names none, is judged elsewhere', () => {
  const oracle = namesError(['invalid_grant', 'invalid_request']);
  assert.equal(oracle(form(400, { error: 'invalid_grant' })), undefined);
  assert.equal(oracle(form(500, { error: 'invalid_request' })), undefined);
  assert.throws(() => oracle(form(400, { error: 'invalid_client' })), violated(/"invalid_client"/));
  for (const answer of [form(400, { error: 'pkce_failed' }), form(400, {}), form(400, '<p>no</p>', 'text/html')]) {
    assert.throws(() => oracle(answer), NothingToJudge);
  }
});

test('a grant type that is missing or unknown is called so; only of a client without secret it may be said that it did not authenticate', () => {
  for (const byPublicClient of [true, false]) {
    assert.equal(grantTypeUnknown(byPublicClient)(form(400, { error: 'unsupported_grant_type' })), undefined);
    assert.equal(grantTypeMissing(byPublicClient)(form(400, { error: 'invalid_request' })), undefined);
    assert.match(grantTypeMissing(byPublicClient)(form(400, { error: 'unsupported_grant_type' })) ?? '', /unsupported_grant_type/);
  }
  for (const oracle of [grantTypeUnknown, grantTypeMissing]) {
    assert.match(oracle(true)(form(400, { error: 'invalid_client' })) ?? '', /invalid_client/);
    assert.throws(() => oracle(false)(form(401, { error: 'invalid_client' })), violated(/"invalid_client"/));
    assert.throws(() => oracle(true)(form(400, { error: 'invalid_grant' })), violated(/"invalid_grant"/));
  }
});
