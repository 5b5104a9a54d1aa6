import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTokenResponse } from '../protocol/messages.js';
import type { AnswerForm } from './answer-form.js';
import { Violation } from './findings.js';
import { accessTokenShape, errorShape, reuseErrorShape } from './oauth-shape.js';

const lawful = { 'content-type': 'application/json', 'cache-control': 'no-store' };
const token = { access_token: 'an-access-token', token_type: 'Bearer' };

function form(status: number, body: object | string, headers: AnswerForm['headers'] = lawful): AnswerForm {
  return { n: 7, status, headers, response: readTokenResponse(typeof body === 'string' ? body : JSON.stringify(body)) };
}

const violated = (received: RegExp) => (error: unknown) =>
  error instanceof Violation && received.test(error.received) && error.detail.exchanges?.[0] === 7;

test('an access token response has its status, media type, members and cache header', () => {
  assert.equal(accessTokenShape(form(200, token)), undefined);
  assert.equal(
    accessTokenShape(form(200, token, { 'content-type': 'application/json;charset=UTF-8', 'cache-control': 'private, No-Store' })),
    undefined,
  );
  assert.equal(accessTokenShape(form(200, { access_token: 'two words', token_type: 'N_A' })), undefined);
  assert.throws(() => accessTokenShape(form(201, token)), violated(/status 201/));
  assert.throws(() => accessTokenShape(form(200, token, { ...lawful, 'content-type': 'text/html' })), violated(/Content-Type: text\/html/));
  assert.throws(() => accessTokenShape(form(200, token, { 'cache-control': 'no-store' })), violated(/no Content-Type/));
  assert.throws(
    () => accessTokenShape(form(200, token, { ...lawful, 'cache-control': 'no-cache' })),
    violated(/no Cache-Control: no-store/),
  );
  assert.throws(() => accessTokenShape(form(200, { access_token: 'x' })), violated(/no token_type/));
  assert.throws(() => accessTokenShape(form(200, { data: token })), violated(/a token in data\.access_token; no access_token/));
  assert.throws(() => accessTokenShape(form(200, { ...token, access_token: 'two words' })), violated(/no Bearer header/));
  assert.throws(
    () => accessTokenShape(form(200, '{"access_token":"a","access_token":"b","token_type":"Bearer"}')),
    violated(/access_token twice/),
  );
  assert.throws(() => accessTokenShape(form(200, 'access_token=abc&token_type=Bearer')), violated(/a form where JSON belongs/));
});

test('an error has its status, media type and code, and its words are of the charset', () => {
  const oracle = errorShape(['invalid_client']);
  assert.equal(oracle(form(401, { error: 'invalid_client' })), undefined);
  assert.equal(oracle(form(400, { error: 'invalid_client', error_description: 'no' })), undefined);
  assert.throws(() => oracle(form(403, { error: 'invalid_client' })), violated(/^status 403$/));
  assert.throws(() => oracle(form(200, { error: 'invalid_client' })), violated(/^status 200$/));
  assert.throws(() => oracle(form(400, { error: 'invalid_grant' })), violated(/invalid_grant/));
  assert.throws(() => oracle(form(400, { error: 'invalid_client', error_description: 'a "quote"' })), violated(/error_description/));
  assert.throws(() => oracle(form(400, '<p>no</p>', { 'content-type': 'text/html' })), violated(/markup/));
  assert.throws(() => errorShape(['invalid_request'])(form(401, { error: 'invalid_request' })), violated(/^status 401$/));
});

test('reuse is answered with any 4xx and one of the codes that the target names', () => {
  const oracle = reuseErrorShape(['invalid_grant', 'invalid_request']);
  for (const status of [400, 403, 409]) assert.equal(oracle(form(status, { error: 'invalid_grant' })), undefined);
  assert.throws(() => oracle(form(200, { error: 'invalid_grant' })), violated(/^status 200$/));
  assert.throws(() => oracle(form(400, { error: 'already_used' })), violated(/already_used/));
});
