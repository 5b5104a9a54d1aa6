import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Run, RuleResult } from '../support/run/run.js';
import type { Level, Standing } from '../support/verdict/verdict.js';
import { conclude } from './conclusion.js';
import { sampleResult, sampleRule } from './sample-rule.js';
import { conformantRun, inconclusiveRun, violatingRun } from './sample-run.js';

function result(level: Level, verdict: Standing): RuleResult {
  const rule = sampleRule('rfc7636/4.6/x', 'A rule', { level });
  return verdict === 'not-applicable' || verdict === 'waived'
    ? { ...sampleResult(rule, ['violated']), verdict }
    : sampleResult(rule, [verdict]);
}

function run(standings: readonly (readonly [Level, Standing])[], rest: Partial<Run> = {}): Run {
  return { ...conformantRun, rules: standings.map(([level, verdict]) => result(level, verdict)), ...rest };
}

const cases: readonly (readonly [string, Run, number, string, string])[] = [
  [
    'all upheld',
    run([
      ['must', 'upheld'],
      ['doc', 'upheld'],
    ]),
    0,
    'CONFORMANT',
    '2 of 2 rules run are upheld',
  ],
  ['narrowed', run([['must', 'upheld']], { complete: false }), 0, 'CONFORMANT IN THE RULES RUN', '1 of 1 rule run is upheld'],
  [
    'an advisory',
    run([
      ['must', 'upheld'],
      ['should', 'advisory'],
    ]),
    0,
    'CONFORMANT',
    '1 of 2 rules run is upheld, one advisory',
  ],
  [
    'a should left open',
    run([
      ['must', 'upheld'],
      ['should', 'inconclusive'],
    ]),
    0,
    'CONFORMANT',
    '1 of 2 rules run is upheld, one inconclusive',
  ],
  [
    'a should left open, strict',
    run(
      [
        ['must', 'upheld'],
        ['should', 'inconclusive'],
      ],
      { strict: true },
    ),
    3,
    'INCONCLUSIVE',
    'one should is inconclusive',
  ],
  [
    'a may left open, strict',
    run(
      [
        ['must', 'upheld'],
        ['may', 'inconclusive'],
      ],
      { strict: true },
    ),
    0,
    'CONFORMANT',
    '1 of 2 rules run is upheld, one inconclusive',
  ],
  [
    'a violation',
    run([
      ['must', 'upheld'],
      ['must', 'violated'],
    ]),
    1,
    'NOT CONFORMANT',
    'one must is broken',
  ],
  [
    'violations',
    run([
      ['must', 'violated'],
      ['must', 'violated'],
      ['doc', 'violated'],
    ]),
    1,
    'NOT CONFORMANT',
    'two musts and one doc rule are broken',
  ],
  [
    'a violation outweighs what is open',
    run([
      ['must', 'inconclusive'],
      ['must', 'violated'],
    ]),
    1,
    'NOT CONFORMANT',
    'one must is broken',
  ],
  [
    'a failure of ours outweighs all',
    run([
      ['must', 'error'],
      ['must', 'violated'],
    ]),
    70,
    'SUITE ERROR',
    'the suite itself failed in one rule; one must is broken',
  ],
  [
    'a must left open',
    run([
      ['must', 'upheld'],
      ['must', 'inconclusive'],
    ]),
    3,
    'INCONCLUSIVE',
    'one must is inconclusive',
  ],
  ['an obstacle', run([['must', 'upheld']], { obstacle: 'down' }), 3, 'INCONCLUSIVE', 'the target could not be judged'],
  ['nothing run', run([['must', 'not-applicable']]), 3, 'INCONCLUSIVE', 'no rule was upheld'],
  ['no rules at all', run([]), 3, 'INCONCLUSIVE', 'no rule was upheld'],
  ['only a should', run([['should', 'upheld']]), 0, 'UPHELD', '1 of 1 rule run is upheld, no must or doc rule among them'],
  [
    'waived',
    run([
      ['must', 'upheld'],
      ['must', 'waived'],
    ]),
    0,
    'NO NEW VIOLATION',
    '1 of 2 rules run is upheld; one must is waived',
  ],
];

for (const [name, sample, exitCode, headline, ground] of cases) {
  test(`${name}: exit ${exitCode}, ${headline}`, () => {
    const conclusion = conclude(sample);
    assert.deepEqual([conclusion.exitCode, conclusion.headline, conclusion.ground], [exitCode, headline, ground]);
    assert.equal(conclusion.conformant, headline.startsWith('CONFORMANT'));
  });
}

test('the sentence carries its denominator', () => {
  assert.equal(conclude(violatingRun).sentence, '2 of 8 rules run are upheld; one must and one doc rule are broken');
  assert.equal(conclude(conformantRun).sentence, '4 of 5 rules run are upheld, one noted');
});

test('every rule is counted once', () => {
  for (const sample of [conformantRun, violatingRun, inconclusiveRun]) {
    assert.equal(
      Object.values(conclude(sample).summary).reduce((sum: number, n: number) => sum + n, 0),
      sample.rules.length,
    );
  }
});

test('no report speaks in per cent', () => {
  for (const sample of [conformantRun, violatingRun, inconclusiveRun]) assert.doesNotMatch(JSON.stringify(conclude(sample)), /%|per ?cent/);
});
