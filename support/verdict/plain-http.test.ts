import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Exchange } from '../wire/exchange.js';
import { Violation } from './findings.js';
import { notServedInTheClear } from './plain-http.js';

const answered = (status: number, body: string): Exchange => ({
  n: 1,
  sentAt: 0,
  answeredAt: 0,
  ms: 0,
  request: { method: 'POST', url: 'http://as.example/token', headers: {}, body: new Uint8Array() },
  outcome: { kind: 'answer', status, headers: {}, body },
});
const silent: Exchange = { ...answered(0, ''), outcome: { kind: 'failure', cause: 'refused', message: 'nobody listens' } };

describe('no token endpoint answers', () => {
  for (const [how, exchange] of Object.entries({
    'where nobody listens': silent,
    'by a redirect to https': answered(301, ''),
    'by a page': answered(200, '<h1>It works</h1>'),
    'by a missing page': answered(404, 'not found'),
    'by a refusal of plain http': answered(403, '{"error":"invalid_request"}'),
    'by an error of a gateway': answered(502, ''),
  })) {
    test(how, () => assert.doesNotThrow(() => notServedInTheClear(exchange)));
  }
});

describe('a token endpoint answers', () => {
  for (const error of ['unsupported_grant_type', 'invalid_client', 'invalid_grant', 'unauthorized_client']) {
    test(`with ${error}`, () => assert.throws(() => notServedInTheClear(answered(400, JSON.stringify({ error }))), Violation));
  }
  test('with a token', () =>
    assert.throws(() => notServedInTheClear(answered(200, '{"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"Bearer"}')), Violation));
});
