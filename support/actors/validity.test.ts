import assert from 'node:assert/strict';
import { test } from 'node:test';
import { validity } from './validity.js';

test('without tolerance the instants stand a millisecond off the end of the lifetime', () => {
  assert.deepEqual(validity({ requestedAt: 1000, receivedAt: 1000 }, { lifetime: 60, tolerance: 0 }), {
    almostOver: 60_999,
    validBefore: 61_000,
    expired: 61_001,
  });
});

test('with a tolerance the instants stand off it by the tolerance and a second, each from its own end of the exchange', () => {
  assert.deepEqual(validity({ requestedAt: 0, receivedAt: 500 }, { lifetime: 60, tolerance: 2 }), {
    almostOver: 57_000,
    validBefore: 58_000,
    expired: 63_500,
  });
});
