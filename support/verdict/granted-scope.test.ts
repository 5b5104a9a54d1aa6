import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../wire/exchange.js';
import { NothingToJudge, Violation } from './findings.js';
import { grantedScope, grantsSameScope, neverGranted, sameSet, scopeNamed } from './granted-scope.js';

function granted(scope?: string): Exchange {
  return answered({ access_token: 'an-access-token', ...(scope === undefined ? {} : { scope }) });
}

function answered(members: object): Exchange {
  const body = JSON.stringify(members);
  const request = { method: 'POST', url: 'https://as.example/token', headers: {}, body: new Uint8Array() };
  return { n: 7, sentAt: 0, answeredAt: 0, ms: 0, request, outcome: { kind: 'answer', status: 200, headers: {}, body } };
}

const violated = (received: RegExp) => (error: unknown) =>
  error instanceof Violation && received.test(error.received) && error.detail.exchanges?.[0] === 7;

test('two grants are of one scope whatever the order and the separators; a response that names none grants what was asked for', () => {
  for (const [one, other] of [
    ['a b', 'b a'],
    ['a b', 'a,b'],
    ['a b', undefined],
    [undefined, undefined],
    ['a', 'a'],
  ] as const) {
    assert.doesNotThrow(() => grantsSameScope('a b', granted(one), granted(other)));
  }
  assert.throws(() => grantsSameScope('a b', granted('a b'), granted('b')), violated(/the scope "b"/));
  assert.throws(() => grantsSameScope('a b', granted(undefined), granted('')), violated(/the scope ""/));
});

test('the scope of a response is a set of tokens between spaces, a comma being part of one', () => {
  assert.deepEqual(grantedScope(granted('a,b  c a,b'), 'd'), new Set(['a,b', 'c']));
  assert.deepEqual(grantedScope(granted(), 'd'), new Set(['d']));
  sameSet(grantedScope(granted('a b'), ''), grantedScope(granted('b a'), ''), granted());
  assert.throws(() => sameSet(new Set(['A', 'b']), new Set(['a', 'b']), granted()), violated(/^the scope "A b"$/));
  neverGranted('write', new Set(['read']), granted());
  assert.throws(() => neverGranted('write', new Set(['read', 'write']), granted()), violated(/^the scope "read write"$/));
});

test('the scope that a response names is text at its top; anything else is judged elsewhere', () => {
  assert.equal(scopeNamed(granted('a b')), 'a b');
  assert.equal(scopeNamed(granted()), undefined);
  assert.equal(scopeNamed(answered({ access_token: 'an-access-token', scope: null })), undefined);
  assert.throws(() => scopeNamed(answered({ access_token: 'an-access-token', scope: ['a'] })), NothingToJudge);
  assert.throws(() => scopeNamed(answered({ data: { access_token: 'an-access-token', scope: 'a' } })), NothingToJudge);
  assert.equal(scopeNamed(answered({ error: 'invalid_scope' })), undefined);
});
