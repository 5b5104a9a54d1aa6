import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Standing } from '../support/verdict/verdict.js';
import { toCertificate, type Certificate } from './certificate.js';
import { difference, renderDifference, type Change } from './diff.js';
import { matchesGolden } from './golden.js';
import { notApplicableResult, sampleResult, sampleRule } from './sample-rule.js';
import { conformantRun, hostileRun, violatingRun } from './sample-run.js';

const id = 'rfc7636/4.6/a-rule';

function certificate(standing: Standing | null): Certificate {
  const rule = sampleRule(id, 'A rule');
  const result =
    standing === 'not-applicable'
      ? [notApplicableResult(rule, 'no')]
      : standing === null
        ? []
        : [{ ...sampleResult(rule, [standing === 'waived' ? 'violated' : standing]), verdict: standing }];
  return toCertificate({ ...conformantRun, rules: [...conformantRun.rules, ...result] });
}

const cases: readonly (readonly [Standing | null, Standing | null, Change['direction'] | undefined])[] = [
  ['upheld', 'upheld', undefined],
  ['upheld', 'violated', 'worse'],
  ['upheld', 'inconclusive', 'worse'],
  ['upheld', 'advisory', 'worse'],
  ['upheld', 'noted', 'other'],
  ['upheld', 'not-applicable', 'worse'],
  ['upheld', null, 'worse'],
  ['inconclusive', 'violated', 'worse'],
  ['waived', 'violated', 'worse'],
  ['violated', 'error', 'worse'],
  ['not-applicable', 'violated', 'worse'],
  [null, 'violated', 'worse'],
  [null, 'inconclusive', 'worse'],
  ['violated', 'upheld', 'better'],
  ['violated', 'waived', 'better'],
  ['violated', 'inconclusive', 'better'],
  ['advisory', 'upheld', 'better'],
  ['violated', 'not-applicable', 'other'],
  ['violated', null, 'other'],
  [null, 'upheld', 'other'],
  [null, 'advisory', 'other'],
  ['not-applicable', null, 'other'],
];

for (const [before, after, direction] of cases) {
  test(`from ${before ?? 'nothing'} to ${after ?? 'nothing'} is ${direction ?? 'the same'}`, () => {
    const { changes } = difference(certificate(before), certificate(after));
    assert.deepEqual(
      changes.map((change) => change.direction),
      direction === undefined ? [] : [direction],
    );
    const { worse, conformant } = difference(certificate(before), certificate(after));
    assert.equal(worse, direction === 'worse' || (conformant.before && !conformant.after));
  });
}

test('a certificate is no different from itself', () => {
  for (const run of [conformantRun, violatingRun, hostileRun]) {
    const told = difference(toCertificate(run), toCertificate(run));
    assert.deepEqual([told.worse, told.changes, told.remarks, told.unchanged], [false, [], [], run.rules.length]);
  }
});

test('the difference reads as agreed, and what makes it hard to compare is said first', (context) => {
  const [before, after] = [
    toCertificate(conformantRun),
    toCertificate({ ...violatingRun, suite: { ...violatingRun.suite, version: '1.1.0' } }),
  ];
  matchesGolden(context, 'difference.txt', renderDifference(difference(before, after)));
});

test('nothing that a certificate says can act on the terminal', () => {
  const text = renderDifference(difference(toCertificate(conformantRun), toCertificate(hostileRun)));
  assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
});
