import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainProgress, progressLine, remainingMs, type ProgressState } from './progress.js';
import { columns } from './terminal.js';

const state: ProgressState = {
  done: 120,
  total: 512,
  rule: 'rfc7636/4.6/mismatched-verifier',
  violations: 1,
  waitingMs: 0,
  elapsedMs: 4_000,
};

test('the line tells the count, the rule, the violations and the time left', () => {
  assert.equal(progressLine(state, 100), '⠋ 120/512  rfc7636/4.6/mismatched-verifier  1 violation  14 s left');
  assert.equal(plainProgress(state), '120/512 scenarios  1 violation  14 s left');
});

test('what is still to be waited for outlasts the pace', () => {
  assert.equal(remainingMs({ ...state, waitingMs: 42_300 }), 43_000);
  assert.equal(remainingMs({ ...state, elapsedMs: 400 }), undefined);
  assert.equal(remainingMs({ ...state, done: 0, elapsedMs: 5_000 }), undefined);
  assert.equal(remainingMs({ ...state, done: 1 }), undefined);
  assert.equal(remainingMs({ ...state, done: 10, total: 20 }), 4_000);
  assert.equal(remainingMs({ ...state, done: 1, total: 2 }), 4_000);
  assert.equal(remainingMs({ ...state, done: 512 }), undefined);
});

test('the line fits the terminal, whatever the rule is called', () => {
  for (const width of [10, 20, 40, 60, 80]) {
    const line = progressLine({ ...state, rule: `\u001b[31m${'日本'.repeat(400)}` }, width);
    assert.ok(columns(line) < width, `${columns(line)} of ${width}`);
    assert.doesNotMatch(line, /\p{Cc}/u);
  }
});
