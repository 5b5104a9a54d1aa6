import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { gram, GramFilter } from './gram-filter.js';

it('never misses a gram, however many there are', () => {
  const texts = fc.string({ unit: 'binary', minLength: gram, maxLength: 60 });
  const filter = new GramFilter();
  for (let i = 0; i < 20_000; i += 1) filter.add(String(i).padStart(gram, 'x'));
  fc.assert(
    fc.property(texts, fc.nat(), (text, seed) => {
      const at = seed % (text.length - gram + 1);
      filter.add(text.slice(at, at + gram));
      let found = filter.next(text, 0);
      while (found >= 0 && found < at) found = filter.next(text, found + 1);
      assert.equal(found, at);
    }),
  );
});

it('passes over most of a text that holds none', () => {
  const filter = new GramFilter();
  for (let i = 0; i < 20_000; i += 1) filter.add(String(i).padStart(gram, 'x'));
  const text = Array.from({ length: 1_000 }, (_, i) => `word${i * 7919} `).join('');
  let looks = 0;
  for (let at = filter.next(text, 0); at >= 0; at = filter.next(text, at + 1)) looks += 1;
  assert.ok(looks < text.length / 2);
});
