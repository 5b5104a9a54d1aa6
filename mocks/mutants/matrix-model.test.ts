import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { judged } from './matrix-judge.js';
import { foundByModel, mostRuns, profileOf, stateFaults } from './matrix-model.js';
import { ruleOf } from './matrix.js';

/** Of a shrunk story. */
const mostSteps = 5;

const rows: string[] = [];
let found = 0;

describe('the model alone', () => {
  for (const profile of ['rfc9700', 'rfc7636', 'oidc', 'oauth-2.1', 'pkce-access-token', 'challenge-code-token']) {
    test(`finds nothing at the correct mock of ${profile}`, async () => {
      assert.deepEqual(await foundByModel(profile, []), { found: false, runs: mostRuns });
    });
  }
});

describe('a mutant of state', () => {
  for (const { fault, mutants } of stateFaults) {
    for (const mutant of mutants) {
      test(`${fault}: ${mutant} is killed by its rule, and sought by the model`, async () => {
        const profile = profileOf(mutant);
        const [own] = await judged({ profile, mutants: [mutant], inFull: undefined, prefixes: [ruleOf(mutant)] });
        assert.match(own?.verdict ?? '', /^(violated|advisory)$/);
        const finding = await foundByModel(profile, [mutant]);
        if (finding.found) assert.ok(finding.steps <= mostSteps, finding.story);
        if (finding.found) found += 1;
        const told = finding.found
          ? `found in ${finding.runs} runs, ${finding.steps} steps: ${finding.story}`
          : `not found in ${finding.runs}`;
        rows.push(`  ${fault.padEnd(38)} ${mutant.padEnd(70)} killed by its rule; model: ${told}`);
      });
    }
  }

  test('is found by the model in nine of ten', () => {
    const all = stateFaults.flatMap(({ mutants }) => mutants).length;
    assert.ok(found / all >= 0.9, `${found} of ${all}`);
    rows.push(`  ${found} of ${all} found by the model alone, within ${mostRuns} runs and with stories of at most ${mostSteps} steps`);
  });

  after(() => console.log(rows.join('\n')));
});
