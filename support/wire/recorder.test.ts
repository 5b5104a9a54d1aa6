import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from './exchange.js';
import { Recorder } from './recorder.js';
import { redactExchange } from './redact.js';

const answered = (body: string): Exchange => ({
  n: 1,
  sentAt: 0,
  answeredAt: 0,
  ms: 1,
  request: { method: 'GET', url: 'https://as.example/', headers: {}, body: new Uint8Array() },
  outcome: { kind: 'answer', status: 200, headers: {}, body },
});

test('of a long body the beginning is remembered, and how long it was; whoever listens hears all of it', () => {
  const heard: Exchange[] = [];
  const recorder = new Recorder((exchange) => heard.push(exchange));
  const exchange = answered('é'.repeat(1_000_000));
  recorder.record(exchange);
  const kept = recorder.exchange(1);
  assert.ok(kept?.outcome.kind === 'answer');
  assert.deepEqual([kept.outcome.body, kept.outcome.forgotten], ['é'.repeat(65_536), 934_464]);
  assert.deepEqual([heard[0], recorder.unread()], [exchange, [kept]]);
  assert.match(redactExchange(kept).response?.body ?? '', /é… \(shortened: 1000000 characters in all\)$/);
});

test('any other exchange is remembered as it is', () => {
  const recorder = new Recorder();
  const exchange = answered('x'.repeat(65_536));
  recorder.record(exchange);
  assert.equal(recorder.exchange(1), exchange);
});
