import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { foundByModel, modelTrial, mostRuns, stateFaults } from './matrix-model.js';

/** Of a shrunk story. */
const mostSteps = 5;

describe('the model alone', () => {
  for (const profile of ['rfc9700', 'rfc7636', 'oidc', 'oauth-2.1', 'pkce-access-token', 'challenge-code-token']) {
    test(`finds nothing at the correct mock of ${profile}`, async () => {
      assert.deepEqual(await foundByModel(profile, []), { found: false, runs: mostRuns });
    });
  }
});

describe('a mutant of state', () => {
  let found = 0;
  for (const { fault, mutants } of stateFaults) {
    for (const mutant of mutants) {
      test(`${fault}: ${mutant} is killed by its rule, and what the model finds of it is short`, async () => {
        const { killed, finding } = await modelTrial(fault, mutant);
        assert.ok(killed);
        if (!finding.found) return;
        found += 1;
        assert.ok(finding.steps <= mostSteps, finding.story);
      });
    }
  }

  test('is found by the model in nine of ten', () => {
    const all = stateFaults.flatMap(({ mutants }) => mutants).length;
    assert.ok(found >= 0.9 * all, `${found} of ${all}`);
  });
});
