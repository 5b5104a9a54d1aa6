import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { gram, GramIndex } from './gram-index.js';

const others = 20_000;

function crowded(): GramIndex {
  const index = new GramIndex();
  for (let i = 0; i < others; i += 1) index.add(i, String(i).padStart(gram, 'x'), 0, Infinity);
  return index;
}

it('never misses a gram, however many there are, and knows where it stands', () => {
  const index = crowded();
  let form = others;
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: gram, maxLength: 60 }), fc.nat(), (text, seed) => {
      const at = seed % (text.length - gram + 1);
      form += 1;
      index.add(form, text, at, Infinity);
      let found = index.next(text, 0);
      while (found >= 0 && found < at) found = index.next(text, found + 1);
      assert.equal(found, at);
      assert.ok(index.places(text, at).some((place) => place.form === form && place.at === at));
    }),
  );
});

it('stops at no word of a text that holds none', () => {
  const text = Array.from({ length: 1_000 }, (_, i) => `word${i * 7919} `).join('');
  assert.equal(crowded().next(text, 0), -1);
});

it('takes no more places of one gram than it is told to', () => {
  const index = new GramIndex();
  const added = [0, 1, 2, 3].map((form) => index.add(form, 'the same gram', 0, 2));
  assert.deepEqual(added, [true, true, false, false]);
  assert.deepEqual(
    index
      .places('the same gram', 0)
      .map(({ form }) => form)
      .toSorted(),
    [0, 1],
  );
});
