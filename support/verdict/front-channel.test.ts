import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../wire/exchange.js';
import { Violation } from './findings.js';
import { grantsNoMore, keepsOut } from './front-channel.js';

const answer = (n: number, scope?: string): Exchange => ({
  n,
  sentAt: 0,
  answeredAt: 0,
  ms: 0,
  request: { method: 'POST', url: 'https://as.example/token', headers: {}, body: new Uint8Array() },
  outcome: { kind: 'answer', status: 200, headers: {}, body: JSON.stringify({ access_token: '2YotnFZFEjr1zCsicMWpAA', scope }) },
});

test('the response holds what was pushed, or nothing of the kind, but not what stood beside the reference', () => {
  for (const query of ['code=x&state=pushed', 'code=x', 'code=x&other=added'])
    keepsOut('state', 'added', `https://client.example/?${query}`, answer(1));
  assert.throws(() => keepsOut('state', 'added', 'https://client.example/?code=x&state=added', answer(1)), Violation);
  assert.throws(() => keepsOut('state', 'added', 'https://client.example/#error=x&state=added', answer(1)), Violation);
});

test('a scope beside the reference adds nothing to what was granted without', () => {
  for (const [without, beside] of [
    ['read', 'read'],
    [undefined, undefined],
    ['read write', 'write read'],
    [undefined, 'read'],
    ['profile', 'read'],
  ])
    grantsNoMore('read', answer(1, without), answer(2, beside));
  assert.throws(() => grantsNoMore('read', answer(1, 'read'), answer(2, 'read write')), Violation);
  assert.throws(() => grantsNoMore('read', answer(1), answer(2, 'read write')), Violation);
});
