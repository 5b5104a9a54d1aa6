import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { NothingToJudge, Violation } from './findings.js';
import { unguessable } from './unguessable.js';

const many = (next: (nth: number) => string, count = 24): string[] => Array.from({ length: count }, (_, nth) => next(nth));
const violated = (received: RegExp) => (error: unknown) => error instanceof Violation && received.test(error.received);

test('random values of 128 bits and more pass, whatever frames them', () => {
  for (const next of [
    () => randomBytes(16).toString('base64url'),
    () => randomBytes(16).toString('hex'),
    () => randomBytes(32).toString('base64url'),
    () => `ac_${randomBytes(20).toString('hex').toUpperCase()}.eu-1`,
    (nth: number) => `${'x'.repeat(nth % 3)}${randomBytes(32).toString('base64url')}`,
    (nth: number) => `${1_790_000_000_000 + nth}.${randomBytes(24).toString('base64url')}`,
  ]) {
    assert.match(unguessable(many(next)), /^24 values of \d+ characters that vary, from \d+: at most \d+ bits$/);
  }
});

test('what is too short, counts or comes twice is guessable', () => {
  assert.throws(() => unguessable(many(() => randomBytes(8).toString('base64url').slice(0, 6))), violated(/of 6 characters/));
  assert.throws(() => unguessable(many(() => randomUUID())), violated(/at most 12\d bits/));
  assert.throws(() => unguessable(many((nth) => `a-long-beginning-that-is-always-the-same-${1000 + nth}`)), violated(/count/));
  assert.throws(() => unguessable(many((nth) => String(1_790_000_000_000 + nth * 1500))), violated(/count/));
  assert.throws(
    () => unguessable(many((nth) => `${randomBytes(16).toString('hex')}`.slice(0, 31 - (nth % 2)))),
    violated(/at most 120 bits/),
  );
  const repeated = many(() => randomBytes(32).toString('hex'));
  assert.throws(
    () => unguessable([...repeated, ...repeated.slice(3, 4)]),
    violated(/^duplicates for distinct requests: 1 of 25 values had been issued before$/),
  );
});

test('one value for every grant is told as what it is, a duplicate, and not as one that is too short', () => {
  const same = randomBytes(32).toString('hex');
  const told = violated(/^duplicates for distinct codes: 23 of 24 values had been issued before$/);
  assert.throws(
    () =>
      unguessable(
        many(() => same),
        'codes',
      ),
    told,
  );
});

test('a few values show nothing', () => {
  assert.throws(() => unguessable(many(() => 'x', 19)), NothingToJudge);
});
