import assert from 'node:assert/strict';
import { randomBytes, randomFillSync, randomInt, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { newCodeVerifier } from '../../support/protocol/code-verifier.js';
import { Recorder } from '../../support/wire/recorder.js';
import { unguessable } from '../authorization-server/policy/codes.js';
import { leaveNothingToChance } from './matrix-chance.js';
import { judged, type Question } from './matrix-judge.js';

/** A draw from everything that is drawn from. */
function draws(): readonly unknown[] {
  return [
    newCodeVerifier(),
    unguessable(),
    randomBytes(8).toString('hex'),
    randomFillSync(new Uint16Array(4)).join(),
    crypto.getRandomValues(new Uint8Array(8)).join(),
    crypto.randomUUID(),
    randomUUID(),
    randomInt(2 ** 40),
    randomInt(2 ** 40, 2 ** 41),
    Math.random(),
    Date.now(),
  ];
}

test('all that is drawn follows from the text, whatever was drawn before', () => {
  leaveNothingToChance('one text');
  const first = draws();
  const second = draws();
  leaveNothingToChance('another text');
  const other = draws();
  leaveNothingToChance('one text');
  assert.deepEqual(draws(), first);
  assert.deepEqual(
    first.filter((value) => other.includes(value)),
    [],
  );
  assert.deepEqual(
    first.filter((value) => second.includes(value)),
    [first.at(-1)],
    'time alone stands still',
  );
  assert.match(randomUUID(), /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

/** All that was found, sent and answered, less how long it took, what ECDSA drew, and the date that Node's listener writes. */
async function everythingOf(question: Question): Promise<readonly string[]> {
  const recorder = new Recorder();
  const rules = await judged(question, recorder);
  assert.ok(recorder.exchanges.length > 1000);
  const told = (key: string, value: unknown): unknown => {
    if (key === 'ms' || key === 'durationMs' || key === 'date') return undefined;
    if (value instanceof Uint8Array) return withoutSignatures(Buffer.from(value).toString('latin1'));
    return typeof value === 'string' ? withoutSignatures(value) : value;
  };
  return [...rules, ...recorder.exchanges].map((one) => JSON.stringify(one, told));
}

function withoutSignatures(text: string): string {
  return text.replace(/(eyJ[\w-]+\.[\w-]+)\.[\w-]{86}(?![\w-])/g, '$1');
}

for (const profile of ['rfc9700', 'oidc', 'challenge-code-token'])
  test(`a question about ${profile} that is put twice is answered by the same exchanges`, async () => {
    const first = await everythingOf({ profile, mutants: [] });
    await judged({ profile: 'rfc7636', mutants: [], prefixes: ['rfc7636/4.6'] });
    const again = await everythingOf({ mutants: [], profile });
    const other = first.findIndex((told, index) => told !== again[index]);
    assert.equal(again[other], first[other]);
    assert.equal(again.length, first.length);
  });
