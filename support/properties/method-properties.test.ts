import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CODE_CHALLENGE_METHODS } from '../protocol/code-challenge.js';
import { METHOD_LOOKALIKES } from '../protocol/method-lookalikes.js';
import { kindOf, methodsOfKind } from './method-properties.js';

test('every listed look-alike is of the kind it is listed as', () => {
  for (const { value, kind } of METHOD_LOOKALIKES) assert.equal(kindOf(value), kind, value);
});

for (const kind of ['unknown', 'other case', 'stray character'] as const) {
  test(`what is drawn as "${kind}" is of that kind, and never a registered method`, () => {
    fc.assert(
      fc.property(methodsOfKind(kind), (method) => {
        assert.equal(kindOf(method), kind);
        assert.equal(
          CODE_CHALLENGE_METHODS.some((registered) => registered === method),
          false,
        );
      }),
    );
  });
}
