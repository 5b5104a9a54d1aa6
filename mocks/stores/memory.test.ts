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
  const store = memoryStore(() => 0, 4);
  const kept = (): string => ['a', 'b', 'c', 'd', 'e'].filter((key) => store.accessTokens.find(key) !== undefined).join('');
  const token = { token: '', realm: 'bearer', grant: '', client_id: '', subject: '', scope: [], issuedAt: 0, expiresAt: 0 } as const;
  for (const key of ['a', 'b', 'c', 'd']) void store.accessTokens.put(key, token, 1);
  assert.equal(kept(), 'abcd');
  void store.accessTokens.put('e', token, 1);
  assert.equal(kept(), 'cde');
  void store.clear();
  assert.equal(kept(), '');
});

test('what was spent outlasts the code it belongs to', () => {
  const store = memoryStore(() => 0, 100);
  const code = { code: '', client_id: '', delivered_to: '', code_challenge_method: 'S256', scope: [], subject: '', issuedAt: 0 } as const;
  for (let at = 0; at < 1000; at += 1) {
    void store.codes.put(`${at}`, code, 1);
    assert.equal(store.spentCodes.add(`${at}`, true, 1), true);
    for (let before = 0; before <= at; before += 1)
      if (store.codes.find(`${before}`) !== undefined) assert.equal(store.spentCodes.find(`${before}`), true);
  }
});
