import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTokenResponse } from '../protocol/messages.js';
import type { Failure } from '../wire/exchange.js';
import type { AnswerForm } from './answer-form.js';
import { Violation } from './findings.js';
import { hungUp, refusedAtAll, refusedInOrder } from './malformed-request.js';

const form = (status: number, body: string, contentType = 'application/json'): AnswerForm => ({
  n: 7,
  status,
  headers: { 'content-type': contentType },
  response: readTokenResponse(body),
});
const json = JSON.stringify({ error: 'invalid_request' });
const violated = (received: RegExp) => (found: unknown) => found instanceof Violation && received.test(found.received);

test('an OAuth error in JSON under 4xx is in order; of what is too large the status says enough', () => {
  assert.equal(refusedInOrder(form(400, json)), undefined);
  assert.equal(refusedInOrder(form(413, '<html></html>', 'text/html')), undefined);
});

test('a failure of the server, a page and an error without a code are not', () => {
  assert.throws(() => refusedInOrder(form(500, json)), violated(/^status 500$/));
  assert.throws(() => refusedInOrder(form(400, '<html></html>', 'text/html')), violated(/Content-Type: text\/html, markup/));
  assert.throws(() => refusedInOrder(form(400, '{"error":{}}')), violated(/neither/));
});

test('broken framing is refused by any 4xx', () => {
  assert.equal(refusedAtAll(form(400, '', 'text/html')), undefined);
  assert.throws(() => refusedAtAll(form(500, json)), violated(/^status 500$/));
});

test('a connection that is reset is a hang-up, silence is not', () => {
  const exchange = (cause: Failure['cause']): Parameters<typeof hungUp>[0] => ({
    n: 1,
    sentAt: 0,
    answeredAt: 0,
    ms: 0,
    request: { method: 'POST', url: 'https://as.example/token', headers: {}, body: new Uint8Array() },
    outcome: { kind: 'failure', cause, message: cause },
  });
  assert.equal(hungUp(exchange('reset')), true);
  assert.equal(hungUp(exchange('timeout')), false);
});
