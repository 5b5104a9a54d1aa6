import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { deepest, duplicateMembers, isJsonObject, isTooDeep, readJson, stringMembersIn, type JsonValue } from './json.js';

test('a member said twice in one object is found, however it is escaped and however deep', () => {
  assert.deepEqual(duplicateMembers('{"a":1,"a":2}'), ['a']);
  assert.deepEqual(duplicateMembers('{"access_token":1,"access\\u005ftoken":2}'), ['access_token']);
  assert.deepEqual(duplicateMembers('[{"a":{"b":1 , "b" : 2}}]'), ['b']);
  assert.deepEqual(duplicateMembers('{"__proto__":1,"__proto__":2,"a":0,"a":0,"a":0}'), ['__proto__', 'a']);
});

test('the same name in another object, or as a value, is no duplicate', () => {
  assert.deepEqual(duplicateMembers('{"a":{"a":1},"b":[{"a":1},{"a":2}]}'), []);
  assert.deepEqual(duplicateMembers('{"a":"b","b":"a","c":["a","a"],"d":"\\"a\\":"}'), []);
  assert.deepEqual(duplicateMembers('{"a":"{\\"x\\":1,\\"x\\":2}"}'), []);
});

test('text that is not JSON has no members', () => {
  for (const text of ['', '{"a":1,"a":2', '<html>', '{a:1,a:2}']) assert.deepEqual(duplicateMembers(text), []);
});

test('what JSON writes has no duplicates, and a member written again has exactly one', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }), fc.nat(), (members, at) => {
      const names = Object.keys(members);
      const name = names[at % names.length] ?? '';
      const text = JSON.stringify(members);
      assert.deepEqual(duplicateMembers(text), []);
      assert.deepEqual(duplicateMembers(`${text.slice(0, -1)},${JSON.stringify(name)}:null}`), [name]);
    }),
    { numRuns: 500 },
  );
});

test('deep and long input is read without a stack', () => {
  const nested = (depth: number): string => `${'['.repeat(depth)}{"a":1,"a":2}${']'.repeat(depth)}`;
  assert.deepEqual(duplicateMembers(nested(deepest - 1)), ['a']);
  for (const depth of [deepest, 100_000]) {
    assert.equal(readJson(nested(depth)), undefined);
    assert.deepEqual(duplicateMembers(nested(depth)), []);
  }
  assert.deepEqual(duplicateMembers(`{"a":"${'\\n'.repeat(500_000)}","a":1}`), ['a']);
});

test('an array and null are no objects', () => {
  const values: readonly (JsonValue | undefined)[] = [[], null, 'a', 1, undefined];
  assert.equal(values.some(isJsonObject), false);
  assert.equal(isJsonObject(readJson('{}')), true);
});

test('brackets count as depth where they nest, and not in strings', () => {
  assert.equal(isTooDeep(JSON.stringify({ a: '['.repeat(10_000), '{"': '\\"['.repeat(10_000) })), false);
  assert.equal(isTooDeep(`[${'[],{},'.repeat(10_000)}0]`), false);
  assert.equal(isTooDeep(`{"a\\"":${'['.repeat(deepest)}`), true);
  assert.equal(isTooDeep(`${']'.repeat(deepest)}${'['.repeat(deepest)}`), false);
});

test('members of a name are found in text of any depth', () => {
  const deep = `${'[{"x":'.repeat(100_000)}{"refresh_token" : "a\\u0062c","access_token":1}`;
  assert.deepEqual(stringMembersIn(deep, ['access_token', 'refresh_token']), [['refresh_token', 'abc']]);
  assert.deepEqual(stringMembersIn('{"a":"\\"access_token\\":\\"x\\""}', ['access_token']), []);
});
