import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { nearest, slipOf } from './nearest.js';

const known = ['issuer', 'clients', 'client_id', 'redirect_uris', 'scope'];

test('A slip is traced to the word that was meant', () => {
  const slips = {
    isuer: 'issuer',
    issuers: 'issuer',
    clinets: 'clients',
    clientId: 'client_id',
    'client-id': 'client_id',
    redirectUri: 'redirect_uris',
    SCOPE: 'scope',
  };
  for (const [slip, word] of Object.entries(slips)) assert.equal(slipOf(slip, known), word, slip);
});

test('What is like no word is no slip, and still has a nearest', () => {
  assert.equal(slipOf('banana', known), undefined);
  assert.ok(known.includes(nearest('banana', known) ?? ''));
  assert.equal(nearest('banana', []), undefined);
});

test('A known word is its own nearest, and one edit away it still is a slip of itself', () => {
  fc.assert(
    fc.property(fc.constantFrom(...known), fc.nat(), (word, at) => {
      const cut = at % word.length;
      assert.equal(nearest(word, known), word);
      assert.ok(slipOf(word.slice(0, cut) + word.slice(cut + 1), known) !== undefined);
    }),
  );
});

test('A word of any length is compared quickly', () => {
  assert.ok(nearest('x'.repeat(1_000_000), known) !== undefined);
});
