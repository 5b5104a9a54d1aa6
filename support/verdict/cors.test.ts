import assert from 'node:assert/strict';
import { test } from 'node:test';
import { letsIn, letsNobodyIn } from './cors.js';
import { Inconclusive, Violation } from './findings.js';
import type { HttpHeaders } from '../protocol/http.js';
import type { Exchange } from '../wire/exchange.js';

const origin = 'https://app.example';

test('An answer without Access-Control-Allow-Origin lets nobody in, whatever its status', () => {
  letsNobodyIn([answered({}), answered({ allow: 'GET' }, 405), answered({ 'access-control-allow-methods': 'GET' })]);
});

test('Any origin that is allowed is one too many', () => {
  for (const allowed of ['*', origin, 'https://attacker.example', 'null'])
    assert.throws(() => letsNobodyIn([answered({}), answered({ 'access-control-allow-origin': allowed })]), Violation);
});

test('A script is let in by its origin or by everybody’s', () => {
  letsIn(answered({ 'access-control-allow-origin': '*' }), origin);
  letsIn(answered({ 'access-control-allow-origin': origin }), origin);
  letsIn(answered({ 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' }), origin);
});

test('Nobody, somebody else, everybody with cookies, and two at once let no script in', () => {
  for (const headers of [
    {},
    { 'access-control-allow-origin': 'https://other.example' },
    { 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'true' },
    { 'access-control-allow-origin': [origin, '*'] },
  ] satisfies HttpHeaders[])
    assert.throws(() => letsIn(answered(headers), origin), Violation);
});

test('A gateway says nothing', () => {
  assert.throws(() => letsNobodyIn([answered({}, 503)]), Inconclusive);
  assert.throws(() => letsIn(answered({}, 429), origin), Inconclusive);
});

function answered(headers: HttpHeaders, status = 200): Exchange {
  return {
    n: 1,
    sentAt: 0,
    answeredAt: 0,
    ms: 0,
    request: { method: 'OPTIONS', url: 'https://as.example/authorize', headers: {}, body: new Uint8Array() },
    outcome: { kind: 'answer', status, headers, body: '' },
  };
}
