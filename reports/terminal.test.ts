import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hostileText } from './sample-run.js';
import { columns, cut, fit, justify, printable, wrap } from './terminal.js';

test('printable text moves, hides and reorders nothing, and still shows what was sent', () => {
  const text = printable(hostileText);
  assert.doesNotMatch(text, /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  assert.match(text, /\\x1b\[2J\\x1b\]0;owned\\x07 \\u202eelif\\u202c \\0\\x08\\r\\n\\u2028/);
  assert.match(text, /日本語/);
  assert.doesNotMatch(text, /\p{M}{5}/u);
});

test('8-bit control sequences are escaped as well', () => {
  assert.equal(printable('\u009b31mred\u009d0;x\u009c'), '\\x9b31mred\\x9d0;x\\x9c');
});

test('a long text says how much of it is missing and is cut between characters', () => {
  assert.equal(cut('abcdef', 4), 'abcd… (2 more characters)');
  assert.equal(cut('abc👍', 4), 'abc… (2 more characters)');
  assert.equal(cut('abcd', 4), 'abcd');
});

test('columns count wide and combined characters', () => {
  assert.equal(columns('abc'), 3);
  assert.equal(columns('日本'), 4);
  assert.equal(columns('é'), 1);
  assert.equal(columns('✔ §'), 3);
  assert.equal(columns('👩‍👩‍👧'), 2);
});

test('text is fitted to a width', () => {
  assert.equal(fit('abcdef', 4), 'abc…');
  assert.equal(fit('日本語', 5), '日本…');
  assert.equal(fit('日本語', 4), '日…');
  assert.equal(fit('abc', 0), '');
  assert.equal(fit('abc', 3), 'abc');
});

test('lines are broken between words, and inside a word only where they must be', () => {
  assert.deepEqual(wrap('one two three four', 9), ['one two', 'three', 'four']);
  assert.deepEqual(wrap('aaaaaaaaaaaaaaaaaaaa b', 8), ['aaaaaaaa', 'aaaaaaaa', 'aaaa b']);
  assert.deepEqual(wrap('', 9), ['']);
});

test('the right part keeps its distance', () => {
  assert.equal(justify('ab', 'c', 6), 'ab   c');
  assert.equal(justify('abcdef', 'c', 6), 'abcdef  c');
});
