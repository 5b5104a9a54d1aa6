import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { jsonPieces } from './json-pieces.js';

test('the pieces are the text that JSON.stringify writes, whatever the object holds', () => {
  const value = fc.anything({ withBigInt: false, withDate: true, withNullPrototype: false, maxDepth: 4 });
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.oneof(value, fc.array(value))), (object) => {
      assert.equal([...jsonPieces(object)].join(''), JSON.stringify(object, null, 2));
    }),
  );
});
