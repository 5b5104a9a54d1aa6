import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isScopeToken, isWithinScope, parseScope, sameScope } from './scope.js';

const RUNS = { numRuns: 500 };
const word = fc.stringMatching(/^[a-z:./]{1,8}$/);

test('P12 a list by comma, by space or by both is the set of its members', () => {
  fc.assert(
    listIsSet((text) => parseScope(text, 'comma-and-space')),
    RUNS,
  );
});

test('P12 the property refutes a split on spaces alone', () => {
  assert.equal(
    fc.check(
      listIsSet((text) => parseScope(text, 'space')),
      { seed: 1, numRuns: 5000 },
    ).failed,
    true,
  );
});

test('P12 in the mode of RFC 6749 a comma is part of a scope', () => {
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1 }), (words) => {
      assert.deepEqual(parseScope(words.join(','), 'space'), new Set([words.join(',')]));
      assert.deepEqual(parseScope(` ${words.join('  ')} `, 'space'), new Set(words));
    }),
    RUNS,
  );
});

test('scopes are compared as sets', () => {
  assert.equal(sameScope(parseScope('a b'), parseScope('b  a a')), true);
  assert.equal(sameScope(parseScope('a b'), parseScope('a')), false);
  assert.equal(isWithinScope(parseScope('a'), parseScope('a b')), true);
  assert.equal(isWithinScope(parseScope('a c'), parseScope('a b')), false);
  assert.equal(parseScope('').size, 0);
});

test('a scope token holds neither space nor quote nor backslash', () => {
  assert.equal(isScopeToken('https://api.example/read,write'), true);
  for (const text of ['', 'a b', 'a"b', 'a\\b', 'a\n', '\u00e9']) assert.equal(isScopeToken(text), false, text);
});

function listIsSet(read: (text: string) => ReadonlySet<string>): fc.IProperty<[string[], string[]]> {
  const separators = fc.array(fc.constantFrom(' ', ',', ', ', ' ,', ',,', '  '), { minLength: 1, maxLength: 4 });
  return fc.property(fc.array(word), separators, (words, between) => {
    const text = words.map((member, index) => member + (between[index % between.length] ?? ' ')).join('');
    return sameScope(read(text), new Set(words)) && sameScope(read(text), read([...words].reverse().join(' , ')));
  });
}
