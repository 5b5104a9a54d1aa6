import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Inconclusive, Violation } from './findings.js';
import { unlessHeldBack } from './held-back.js';

const violation = new Violation('an access token', 'the server answered 400 invalid_grant', { exchanges: [7] });

test('A violation stands where its requests left in time', () => {
  assert.equal(unlessHeldBack(violation, 0), violation);
  assert.equal(unlessHeldBack(violation, 19_999, 60), violation);
});

test('A violation after a wait in which a code may have expired is none, and says what was seen', () => {
  const found = unlessHeldBack(violation, 20_000, 60);
  assert.ok(found instanceof Inconclusive);
  assert.match(found.reason, /held its requests back for 20 s.*an access token; received: the server answered 400 invalid_grant/);
  assert.deepEqual(found.detail.exchanges, [7]);
  assert.ok(unlessHeldBack(violation, 10_000) instanceof Inconclusive, 'thirty seconds where nobody says');
});

test('Everything else that a scenario throws is kept', () => {
  const error = new Error('ours');
  assert.equal(unlessHeldBack(error, 1e9, 1), error);
  assert.equal(unlessHeldBack(undefined, 1e9, 1), undefined);
});
