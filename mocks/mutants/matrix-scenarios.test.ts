import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { scenarioCensus, toldCensus, type ScenarioCensus } from './matrix-scenarios.js';

describe('scenarios and mutants', () => {
  let census: ScenarioCensus;
  before(async () => {
    census = await scenarioCensus();
  });

  test('a mutant breaks every scenario and every row, or the feature says why it stays', () => {
    assert.deepEqual([...census.unneeded], [], toldCensus(census));
  });

  test('none says why it stays that a mutant breaks', () => {
    assert.deepEqual([...census.outdated], [], toldCensus(census));
  });
});
