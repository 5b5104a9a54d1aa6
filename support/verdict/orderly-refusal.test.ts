import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTokenResponse } from '../protocol/messages.js';
import type { AnswerForm } from './answer-form.js';
import { Violation } from './findings.js';
import { orderlyRefusal } from './orderly-refusal.js';

const form = (status: number, body: string): AnswerForm => ({ n: 1, status, headers: {}, response: readTokenResponse(body) });

test('an error in JSON under 4xx is orderly, and so is a status that says "too large"', () => {
  for (const status of [400, 401, 403]) assert.equal(orderlyRefusal(form(status, '{"error":"invalid_grant"}')), undefined);
  for (const status of [413, 414, 431]) assert.equal(orderlyRefusal(form(status, '<html>too large</html>')), undefined);
});

test('a crash, a page, a strange error and a refusal under 200 are not', () => {
  const received = (text: RegExp) => (error: unknown) => error instanceof Violation && text.test(error.received);
  assert.throws(() => orderlyRefusal(form(500, '{"error":"invalid_grant"}')), received(/^status 500$/));
  assert.throws(() => orderlyRefusal(form(200, '{"error":"invalid_grant"}')), received(/^status 200$/));
  assert.throws(() => orderlyRefusal(form(400, '<html>no</html>')), received(/markup/));
  assert.throws(() => orderlyRefusal(form(400, '{"error":"too_long"}')), received(/"too_long"/));
  assert.throws(() => orderlyRefusal(form(500, '')), received(/status 500, an empty body/));
});
