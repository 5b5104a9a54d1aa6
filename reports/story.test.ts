import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ScenarioResult } from '../support/run/run.js';
import { byHand } from './replay.js';
import { sampleExchange } from './sample-rule.js';
import { conformantRun } from './sample-run.js';
import { storyOf } from './story.js';

const run = {
  ...conformantRun,
  exchanges: [1, 2, 3, 4, 5, 6].map((n) => ({ ...sampleExchange(n, 200, '{}'), curl: `curl -d code="$CODE" token-${n}` })),
};

const scenario = (steps: NonNullable<NonNullable<ScenarioResult['counterexample']>['steps']>): ScenarioResult => ({
  name: 'a story',
  location: 'features/a.feature:1',
  verdict: 'violated',
  durationMs: 1,
  exchanges: [1, 2, 3, 4, 5, 6],
  counterexample: { value: '', seed: 1, path: '0', runs: 1, shrinks: 0, steps },
});

describe('a story', () => {
  test('has one command a step: to open a page, to wait, to send, to send at once', () => {
    const story = storyOf(
      run,
      scenario([
        { text: 'code 1 is issued', exchanges: [1] },
        { text: 'a pause of 61 s', exchanges: [], seconds: 61 },
        { text: 'code 1 is redeemed', exchanges: [2] },
        { text: 'code 1 is redeemed 2 times at once', exchanges: [3, 4] },
        { text: 'access token 1 is used every 9 s', exchanges: [5, 6], seconds: 9 },
      ]),
    );
    const [opened, ...commands] = story.map(({ command }) => command);
    assert.match(opened ?? '', /^open 'https.*: CODE=…$/);
    assert.deepEqual(commands, [
      'sleep 61',
      'curl -d code="$CODE" token-2',
      'curl -d code="$CODE" token-3 & curl -d code="$CODE" token-4 & wait',
      'sleep 9; curl -d code="$CODE" token-5; sleep 9; curl -d code="$CODE" token-6',
    ]);
  });

  test('of several codes gives each a variable of its own', () => {
    const story = storyOf(
      run,
      scenario([
        { text: 'code 1 is issued', exchanges: [1] },
        { text: 'code 2 is issued to another client', exchanges: [2] },
        { text: 'code 1 is redeemed', exchanges: [3] },
      ]),
    );
    assert.deepEqual(
      story.map(({ command }) => /CODE_\d/.exec(command)?.[0]),
      ['CODE_1', 'CODE_2', 'CODE_1'],
    );
  });

  test('is what is done by hand, and what nobody kept an exchange of is still told', () => {
    const [first] = conformantRun.rules;
    assert.ok(first);
    assert.deepEqual(byHand(run, first, scenario([{ text: 'something', exchanges: [99] }])), ['# something']);
  });
});
