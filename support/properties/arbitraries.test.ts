import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isCodeVerifier } from '../protocol/code-verifier.js';
import { decodedText, parse, repeated, serialise, type FormField } from '../protocol/form.js';
import { illegalVerifiers, legalVerifiers, unknownMethods, verifiersWithIllegalCharacter } from './arbitraries.js';
import { permutations, repeatedFields } from './form-arbitraries.js';
import { applyEdit, editedVerifiers, tellEdit } from './verifier-edits.js';

const RUNS = { numRuns: 500 };
const FIELDS: readonly FormField[] = [
  ['grant_type', 'authorization_code'],
  ['code', 'c'],
  ['code_verifier', 'v~'],
];

test('both ends of the range of lengths are drawn often', () => {
  const lengths = fc.sample(legalVerifiers(), { seed: 1, numRuns: 500 }).map(({ length }) => length);
  for (const edge of [43, 44, 127, 128]) assert.ok(lengths.filter((length) => length === edge).length > 20, `${edge}`);
});

test('an illegal verifier is illegal, and every kind of fault is drawn', () => {
  const drawn = fc.sample(illegalVerifiers(), { seed: 1, numRuns: 1000 });
  assert.equal(
    drawn.some(({ text }) => isCodeVerifier(text)),
    false,
  );
  assert.deepEqual([...new Set(drawn.map(({ kind }) => kind))].sort(), ['control', 'non-ASCII', 'punctuation', 'too long', 'too short']);
});

test('an illegal character is the only fault of the verifier that holds it', () => {
  fc.assert(
    fc.property(verifiersWithIllegalCharacter(), ({ text }) => {
      const length = Array.from(text).length;
      return !isCodeVerifier(text) && length >= 43 && length <= 128;
    }),
    RUNS,
  );
});

test('an edited verifier differs from its verifier and is what its edit says', () => {
  fc.assert(
    fc.property(editedVerifiers(), ({ verifier, edit, edited }) => verifier !== edited && applyEdit(verifier, edit) === edited),
    RUNS,
  );
});

test('every kind of edit is drawn, and told', () => {
  const drawn = fc.sample(editedVerifiers(), { seed: 1, numRuns: 1000 });
  assert.equal(new Set(drawn.map(({ edit }) => edit.kind)).size, 6);
  for (const input of drawn) assert.ok(tellEdit(input).endsWith(JSON.stringify(input.edited)));
});

test('a failed property shrinks to a short verifier and one edit', () => {
  const details = fc.check(
    fc.property(editedVerifiers(), ({ edited }) => !edited.includes('\n')),
    { seed: 1, numRuns: 5000 },
  );
  const [input] = details.counterexample ?? [];
  assert.deepEqual([input?.edit, input?.verifier.length], [{ kind: 'append', text: '\n' }, 43]);
});

test('an unknown method is none of those offered', () => {
  fc.assert(
    fc.property(unknownMethods(['S256']), (method) => method !== 'S256' && method !== ''),
    RUNS,
  );
  assert.ok(fc.sample(unknownMethods(['S256']), { seed: 1, numRuns: 500 }).includes('plain'));
  assert.equal(fc.sample(unknownMethods(), { seed: 1, numRuns: 500 }).includes('plain'), false);
});

test('a permutation holds the same fields', () => {
  fc.assert(
    fc.property(permutations(FIELDS), (permuted) => assert.deepEqual([...permuted].sort(), [...FIELDS].sort())),
    RUNS,
  );
});

test('a repeated field is one of those named, with the same value or another', () => {
  fc.assert(
    fc.property(repeatedFields(FIELDS, ['code', 'code_verifier']), ({ fields, name, value }) => {
      const values = parse(serialise(fields)).fields.filter(([read]) => read === name);
      assert.deepEqual(repeated(fields), [name]);
      assert.equal(new Set(values.map(([, said]) => said)).size, value === 'same' ? 1 : 2);
      assert.notEqual(decodedText(name), 'grant_type');
    }),
    RUNS,
  );
});
