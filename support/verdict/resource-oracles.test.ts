import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../wire/exchange.js';
import type { RaceResult } from '../wire/wire.js';
import { Inconclusive, Violation } from './findings.js';
import { cameInTime, needsNoSecret } from './resource-oracles.js';
import { atMostOneIssuedInEach } from './rounds.js';

function answered(status: number, answeredAt = 0): Exchange {
  const request = { method: 'GET', url: 'https://api.example/', headers: {}, body: new Uint8Array() };
  return { n: 1, sentAt: 0, answeredAt, ms: 0, request, outcome: { kind: 'answer', status, headers: {}, body: '' } };
}

test('a refusal that came late shows nothing; an opened resource shows it whenever it came', () => {
  assert.doesNotThrow(() => cameInTime(answered(401, 57_999), 58_000));
  assert.throws(() => cameInTime(answered(401, 58_000), 58_000), Inconclusive);
  assert.doesNotThrow(() => cameInTime(answered(200, 60_000), 58_000));
});

test('the secret is convicted only where it opens what the proof alone did not', () => {
  assert.doesNotThrow(() => needsNoSecret(answered(200), answered(200)));
  assert.doesNotThrow(() => needsNoSecret(answered(401), answered(401)));
  assert.throws(() => needsNoSecret(answered(401), answered(200)), Violation);
});

test('a round with two tokens is told by its number; without one, how close the requests came is noted', async () => {
  const round = (arrival: number): RaceResult => ({ exchanges: [answered(200), answered(400)], spreadMicros: { release: 1, arrival } });
  const notes: string[] = [];
  const fine = { atMostOneIssued: () => Promise.resolve(), note: (text: string) => void notes.push(text) };
  await atMostOneIssuedInEach([round(10), round(250)], fine);
  assert.deepEqual(notes, [
    'not observed in 2 rounds of 2: the last octets of a round left within 1 microseconds (at most 1), its answers began within 250 microseconds (at most 250)',
    'in 2 of 2 rounds none of the requests yielded a token',
  ]);
  let judged = 0;
  const second = {
    ...fine,
    atMostOneIssued: () => ((judged += 1) === 2 ? Promise.reject(new Violation('at most one', 'two')) : Promise.resolve()),
  };
  await assert.rejects(
    atMostOneIssuedInEach([round(1), round(1), round(1)], second),
    (error) => error instanceof Violation && error.received === 'two, in round 2',
  );
});
