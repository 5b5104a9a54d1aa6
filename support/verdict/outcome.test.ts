import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Answer, Exchange, Failure } from '../wire/exchange.js';
import { told } from './control.js';
import { outcomeOf } from './outcome.js';

const exchange = (outcome: Answer | Failure, octets = 100): Exchange => ({
  n: 1,
  sentAt: 0,
  answeredAt: 0,
  ms: 0,
  request: { method: 'POST', url: 'https://as.example/token', headers: {}, body: new Uint8Array(octets) },
  outcome,
});
const answer = (status: number, body: string): Answer => ({ kind: 'answer', status, headers: {}, body });
const failure = (cause: Failure['cause']): Failure => ({ kind: 'failure', cause, message: 'as.example:443: gone' });

test('a token is a grant under any status, and any other answer below 500 a refusal', () => {
  assert.equal(outcomeOf(exchange(answer(400, '{"access_token":"t"}'))).kind, 'granted');
  assert.equal(outcomeOf(exchange(answer(200, '{"error":"invalid_grant"}'))).kind, 'refused');
  assert.equal(outcomeOf(exchange(answer(404, '<html>'))).kind, 'refused');
});

test('a rate limit and a gateway say nothing, another server error perhaps', () => {
  for (const status of [429, 502, 503, 504]) assert.equal(outcomeOf(exchange(answer(status, ''))).kind, 'unjudgeable', String(status));
  for (const status of [500, 501, 505]) assert.equal(outcomeOf(exchange(answer(status, ''))).kind, 'server-error', String(status));
});

test('a connection that is closed on a large body is a refusal, and nothing else that fails', () => {
  const closed = outcomeOf(exchange(failure('reset'), 8193));
  assert.equal(closed.kind, 'refused');
  assert.match(told(closed), /closed the connection/);
  assert.equal(outcomeOf(exchange(failure('reset'), 8192)).kind, 'unjudgeable');
  for (const cause of ['timeout', 'refused', 'dns', 'tls'] as const)
    assert.equal(outcomeOf(exchange(failure(cause), 1_048_576)).kind, 'unjudgeable', cause);
});
