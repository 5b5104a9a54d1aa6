import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differences, type Expectation } from './expectation.js';
import type { CertifiedRule } from './certificate.js';

const expected: Expectation = {
  exit: 1,
  violated: { 'a/1/broken': 'it answers 500' },
  advisory: {},
  noted: {},
  inconclusive: {},
  error: {},
  notApplicable: { 'no-slow': ['a/2/late'], knob: ['a/3/unset'] },
};
const rule = (id: string, verdict: string, code?: string): CertifiedRule => ({
  id,
  verdict,
  ...(code === undefined ? {} : { reason: { code, text: '' } }),
  scenarios: code === undefined ? [{ name: 'A scenario', location: 'a.feature:1', verdict, received: 'status 500' }] : [],
});
const asExpected = [
  rule('a/1/broken', 'violated'),
  rule('a/2/late', 'not-applicable', 'no-slow'),
  rule('a/3/unset', 'not-applicable', 'knob'),
  rule('a/4/right', 'upheld'),
];
const found = (rules: readonly CertifiedRule[], exit = 1, slow = false): readonly string[] =>
  differences(expected, { exit, certificate: { durationMs: 1, rules } }, slow);

test('a certificate as expected has no difference', () => {
  assert.deepEqual(found(asExpected), []);
});

test('a rule that is named nowhere has to be upheld', () => {
  assert.deepEqual(found([...asExpected, rule('a/5/new', 'violated')]), [
    'a/5/new is violated, expected upheld: A scenario; received status 500',
  ]);
});

test('a violation that is gone is a difference, and so is a rule that is gone', () => {
  const [, ...others] = asExpected;
  assert.deepEqual(found([rule('a/1/broken', 'upheld'), ...others]), ['a/1/broken is upheld, expected violated']);
  assert.deepEqual(found(others), ['a/1/broken was not judged, expected violated']);
});

test('a rule that has gone silent, or is so for another reason, is a difference', () => {
  assert.deepEqual(found([...asExpected.slice(0, 3), rule('a/4/right', 'not-applicable', 'capability')]), [
    'a/4/right is not-applicable (capability), expected upheld',
  ]);
  assert.deepEqual(found([...asExpected.slice(0, 2), rule('a/3/unset', 'not-applicable', 'opt-in'), rule('a/4/right', 'upheld')]), [
    'a/3/unset is not-applicable (opt-in), expected not-applicable (knob)',
  ]);
});

test('the exit code counts', () => {
  assert.deepEqual(found(asExpected, 3), ['exit code 3, expected 1']);
});

test('the rules that wait are expected to be upheld where they are run', () => {
  const run = asExpected.map((one) => (one.id === 'a/2/late' ? rule('a/2/late', 'upheld') : one));
  assert.deepEqual(found(run, 1, true), []);
  assert.deepEqual(found(run, 1), ['a/2/late is upheld, expected not-applicable (no-slow)']);
});
