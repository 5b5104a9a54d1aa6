import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Exchange } from '../wire/exchange.js';
import type { RaceResult } from '../wire/wire.js';
import { Violation } from './findings.js';
import { atMostOneIssuedInEach } from './rounds.js';

const round = (...granted: readonly boolean[]): RaceResult => ({
  exchanges: granted.map((each, index) => {
    const body = JSON.stringify(each ? { access_token: `an-access-token-${index}` } : { error: 'invalid_grant' });
    return { n: index + 1, outcome: { kind: 'answer', status: each ? 200 : 400, headers: {}, body } } as Exchange;
  }),
  spreadMicros: { release: 1, arrival: 12.4 },
});

async function notesOf(...rounds: readonly RaceResult[]): Promise<readonly string[]> {
  const notes: string[] = [];
  await atMostOneIssuedInEach(rounds, {
    atMostOneIssued: (answers) => {
      const granted = answers.filter(({ outcome }) => outcome.kind === 'answer' && outcome.status === 200).length;
      return granted > 1 ? Promise.reject(new Violation('at most one', `${granted}`)) : Promise.resolve();
    },
    note: (text) => notes.push(text),
  });
  return notes;
}

test('what upholds a race is told with how often it was run and how close the requests came', async () => {
  assert.deepEqual(await notesOf(round(true, false), round(false, true)), [
    'not observed in 2 rounds of 2: the last octets of a round left within 1 microseconds (at most 1), its answers began within 12 microseconds (at most 12)',
  ]);
});

test('rounds in which nobody won are told besides', async () => {
  assert.match((await notesOf(round(true, false), round(false, false)))[1] ?? '', /^in 1 of 2 rounds none /);
});

test('the round that yielded two tokens is named', async () => {
  await assert.rejects(
    notesOf(round(true, false), round(true, true)),
    (error) => error instanceof Violation && error.received === '2, in round 2',
  );
});
