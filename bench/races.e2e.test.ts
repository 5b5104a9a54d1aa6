import assert from 'node:assert/strict';
import { test } from 'node:test';
import { races } from './races.js';

test('a millisecond between reading and writing is found in every run of the race rule', async () => {
  const { accused, runs } = await races(1000, 20);
  assert.equal(accused, runs);
});

test('a code that is spent in one step accuses nobody, and each pass says how sharp it was', async () => {
  const { accused, notes } = await races('atomic', 1);
  assert.equal(accused, 0);
  assert.equal(notes.length, 7);
  for (const note of notes) assert.match(note, /^not observed in 20 rounds of \d+: the last octets .* microseconds .*, its answers began /);
});
