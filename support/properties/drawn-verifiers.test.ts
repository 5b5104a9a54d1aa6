import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { newCodeVerifier } from '../protocol/code-verifier.js';
import { Violation, type Counterexample } from '../verdict/findings.js';
import { drawnVerifiers, marks, verifierTold } from './drawn-verifiers.js';
import { holds, type Trials } from './hold.js';

/** What is found of a server that refuses two capital letters from A to F side by side. */
async function found(trials: Trials): Promise<Counterexample> {
  const drawn = drawnVerifiers(trials);
  const inputs = fc.record({ length: fc.integer({ min: 43, max: 128 }), mark: marks() });
  const verifierOf = ({ length, mark }: { length: number; mark: number }): string => newCodeVerifier(length, drawn.of(mark));
  const judged = (input: { length: number; mark: number }): Promise<void> =>
    /[A-F]{2}/.test(verifierOf(input)) ? Promise.reject(new Violation('a token', 'none')) : Promise.resolve();
  try {
    await holds(drawn.trials, inputs, judged, (input) => drawn.told(verifierTold(verifierOf(input))));
  } catch (error) {
    if (error instanceof Violation && error.detail.counterexample) return error.detail.counterexample;
    throw error;
  }
  return assert.fail('no counterexample was found');
}

test('a fault that lies in the characters of a verifier is told with them, and found again by its path', async () => {
  const first = await found({ seed: 5, runs: 200 });
  assert.match(first.value, /^a verifier of \d+ characters, .*[A-F]{2}/);
  const again = await found({ seed: 5, runs: 200, path: first.path });
  assert.equal(again.value, first.value);
  assert.equal(again.runs, 1);
});

test('a run never sends the verifiers of the run before, though its seed is the same', () => {
  const one = drawnVerifiers({ seed: 5, runs: 1 });
  const other = drawnVerifiers({ seed: 5, runs: 1 });
  assert.notEqual(newCodeVerifier(64, one.of(1)), newCodeVerifier(64, other.of(1)));
  assert.equal(newCodeVerifier(64, one.of(1)), newCodeVerifier(64, one.of(1)));
  assert.notEqual(newCodeVerifier(64, one.of(1)), newCodeVerifier(64, one.of(2)));
});

test('a verifier that nobody can read is told by its length', () => {
  assert.equal(verifierTold('a'.repeat(4096)), 'a verifier of 4096 characters');
});
