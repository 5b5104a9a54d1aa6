import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exchangeRing } from './exchanges.js';

test('a ring keeps the last exchanges, the oldest first', () => {
  const ring = exchangeRing(3);
  const kept = (): string =>
    ring
      .all()
      .map(({ at }) => at)
      .join(' ');
  const add = (at: number): void =>
    ring.add({
      at,
      request: { method: 'GET', url: '/', headers: {}, body: new Uint8Array() },
      response: { status: 200, headers: {}, body: '' },
    });
  assert.equal(kept(), '');
  add(1);
  add(2);
  assert.equal(kept(), '1 2');
  add(3);
  assert.equal(kept(), '1 2 3');
  add(4);
  add(5);
  assert.equal(kept(), '3 4 5');
  ring.clear();
  add(6);
  assert.equal(kept(), '6');
});

test('of an overlong body the beginning is kept, in memory of its own', () => {
  const ring = exchangeRing();
  const body = Buffer.alloc(100_000, 'a');
  ring.add({ at: 0, request: { method: 'POST', url: '/', headers: {}, body }, response: { status: 413, headers: {}, body: '' } });
  const [kept] = ring.all();
  assert.deepEqual([kept?.request.body.length, kept?.bodyLength, kept?.request.body.buffer.byteLength], [65_536, 100_000, 65_536]);
});
