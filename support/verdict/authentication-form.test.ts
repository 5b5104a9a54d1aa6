import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HttpHeaders } from '../protocol/http.js';
import { readTokenResponse } from '../protocol/messages.js';
import type { AnswerForm } from './answer-form.js';
import { challengesClient, turnsHeaderDown } from './authentication-form.js';
import { Violation } from './findings.js';

const form = (status: number, error: string, headers: HttpHeaders = {}): AnswerForm => ({
  n: 7,
  status,
  headers,
  response: readTokenResponse(JSON.stringify({ error })),
});
const basic = { 'www-authenticate': 'basic realm="as"' };
const violated = (received: RegExp) => (found: unknown) => found instanceof Violation && received.test(found.received);

test('401 with a challenge of the scheme passes, in any case and among others', () => {
  assert.equal(challengesClient('Basic')(form(401, 'invalid_client', basic)), undefined);
  assert.equal(
    challengesClient('Basic')(form(401, 'invalid_client', { 'www-authenticate': ['Bearer realm="as"', 'Basic realm="as"'] })),
    undefined,
  );
  assert.equal(challengesClient()(form(401, 'invalid_client', { 'www-authenticate': 'Bearer' })), undefined);
});

test('the error code is left to another rule', () => {
  assert.equal(challengesClient('Basic')(form(401, 'bad_credentials', basic)), undefined);
});

test('a header that cannot be used is a failed authentication, or with a note a malformed request', () => {
  assert.equal(turnsHeaderDown(form(401, 'invalid_client', basic)), undefined);
  assert.match(turnsHeaderDown(form(400, 'invalid_request')) ?? '', /malformed/);
  assert.throws(() => turnsHeaderDown(form(400, 'invalid_client', basic)), violated(/^status 400, error: "invalid_client"$/));
  assert.throws(() => turnsHeaderDown(form(500, 'server_error')), violated(/^status 500/));
});

test('another status, no challenge or one of another scheme is a violation', () => {
  assert.throws(() => challengesClient('Basic')(form(400, 'invalid_client', basic)), violated(/^status 400$/));
  assert.throws(() => challengesClient()(form(401, 'invalid_client')), violated(/^WWW-Authenticate: absent$/));
  assert.throws(() => challengesClient('Basic')(form(401, 'invalid_client', { 'www-authenticate': 'Bearer' })), violated(/Bearer$/));
});
