import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ratios, spreadOf, told } from './spread.js';

test('A spread is the median between the least and the most', () => {
  assert.deepEqual(spreadOf([3, 1, 2]), { median: 2, least: 1, most: 3 });
});

test('A spread of no values is refused', () => {
  assert.throws(() => spreadOf([]), RangeError);
});

test('A round is held against the same round of the floor', () => {
  assert.equal(told(ratios([20, 60, 40], [10, 20, 10])), '3.00 (2.00–4.00)');
});
