import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../wire/exchange.js';
import type { RaceResult } from '../wire/wire.js';
import { raceRounds } from './race-rounds.js';

function round(...statuses: readonly number[]): RaceResult {
  const exchanges = statuses.map((status): Exchange => {
    const request = { method: 'POST', url: 'https://as.example/token', headers: {}, body: new Uint8Array() };
    return { n: 1, sentAt: 0, answeredAt: 0, ms: 0, request, outcome: { kind: 'answer', status, headers: {}, body: '' } };
  });
  return { exchanges, spreadMicros: { release: 0, arrival: 0 } };
}

async function statusesOf(rounds: number, results: readonly RaceResult[]): Promise<readonly (readonly unknown[])[]> {
  let next = 0;
  const told = await raceRounds(rounds, () => Promise.resolve(results[Math.min(next++, results.length - 1)] ?? round()));
  return told.map(({ exchanges }) => exchanges.map(({ outcome }) => (outcome.kind === 'answer' ? outcome.status : outcome.cause)));
}

test('As many rounds are run as were asked for', async () => {
  assert.deepEqual(await statusesOf(2, [round(200, 400)]), [
    [200, 400],
    [200, 400],
  ]);
});

test('A round that the limit broke into is told and made up for; one that it swallowed is made up for', async () => {
  assert.deepEqual(await statusesOf(2, [round(200, 429), round(429, 429), round(400, 200)]), [
    [200, 429],
    [400, 200],
    [400, 200],
  ]);
});

test('No round follows the one by which the race is over', async () => {
  const told = await raceRounds(
    5,
    () => Promise.resolve(round(200, 200)),
    ({ exchanges }) => exchanges.length > 1,
  );
  assert.equal(told.length, 1);
});

test('A server that limits every round is not asked for ever', async () => {
  assert.equal((await statusesOf(3, [round(429, 429)])).length, 3);
});
