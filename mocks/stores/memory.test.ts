import assert from 'node:assert/strict';
import { test } from 'node:test';
import { memoryStore } from './memory.js';

test('an entry is forgotten when its time is over', () => {
  let now = 0;
  const { codes, spentCodes } = memoryStore(() => now);
  void spentCodes.put('a', true, 10);
  now = 9;
  assert.equal(spentCodes.find('a'), true);
  now = 10;
  assert.equal(spentCodes.find('a'), undefined);
  assert.equal(codes.find('a'), undefined);
});

test('only the first may add', () => {
  let now = 0;
  const { spentCodes } = memoryStore(() => now);
  assert.deepEqual([spentCodes.add('a', true, 5), spentCodes.add('a', true, 50)], [true, false]);
  now = 5;
  assert.equal(spentCodes.add('a', true, 50), true);
});

test('a full shelf lets the oldest go, and an emptied one everything', () => {
  const store = memoryStore(() => 0, 2);
  for (const key of ['a', 'b', 'c']) void store.verifiers.put(key, true, 1);
  assert.deepEqual(['a', 'b', 'c'].map((key) => store.verifiers.find(key)), [undefined, true, true]);
  void store.clear();
  assert.equal(store.verifiers.find('c'), undefined);
});
