import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Clock } from '../target/clock.js';
import { parseTarget } from '../target/parse.js';
import { conditions, type Circumstances } from './applicability.js';

const real: Clock = { now: () => 0 };
const movable: Clock = { now: () => 0, advance: () => Promise.resolve() };

function reasonFor(condition: string, lifetimes: string, clock: Clock, optIn = false): string | undefined {
  const parsed = parseTarget(`issuer: https://as.example.com\nregistration: {}\nlifetimes: { ${lifetimes} }`, {
    file: 'acme.yaml',
    environment: {},
  });
  assert.ok('target' in parsed);
  const target = { ...parsed.target, clients: [] } as unknown as Circumstances['target'];
  return conditions[condition]?.({ profile: 'rfc9700', target, capabilities: [], clock, slow: true, optIn })?.code;
}

for (const [condition, key] of [
  ['known-token-lifetime', 'resource_leeway: 0, access_token'],
  ['needs-refresh-lifetime', 'refresh_token'],
] as const) {
  const reason = (seconds: number, clock: Clock, optIn = false): string | undefined =>
    reasonFor(condition, `${key}: ${seconds}`, clock, optIn);

  test(`${condition}: a quarter of an hour is waited for unasked, a day with --opt-in, and no more`, () => {
    assert.deepEqual([reason(900, real), reason(901, real), reason(901, real, true)], [undefined, 'opt-in', undefined]);
    assert.deepEqual([reason(86_400, real, true), reason(86_401, real, true)], [undefined, 'knob']);
  });

  test(`${condition}: a clock that can be moved is moved by any lifetime`, () => {
    assert.equal(reason(30 * 86_400, movable), undefined);
  });
}

test('a refresh token of which nobody knows how long it lives is not waited for by any clock', () => {
  assert.deepEqual(
    [reasonFor('needs-refresh-lifetime', 'code: 60', real, true), reasonFor('needs-refresh-lifetime', 'code: 60', movable)],
    ['knob', 'knob'],
  );
});
