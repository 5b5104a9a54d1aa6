import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { conclude, isDecisive } from '../../reports/conclusion.js';
import { renderConsole } from '../../reports/console.js';
import { gateLines } from '../../reports/gate.js';
import { notApplicableResult, sampleResult, sampleRule } from '../../reports/sample-rule.js';
import { conformantRun } from '../../reports/sample-run.js';
import { describeFault } from '../target/fault.js';
import type { Verdict } from '../verdict/verdict.js';
import { baselineOf, parseBaseline, type Baseline } from './baseline.js';
import { throughGate } from './gate.js';
import type { RuleResult, Run } from './run.js';

const [matching, mismatched, plain] = ['rfc7636/4.6/matching-verifier', 'rfc7636/4.6/mismatched-verifier', 'rfc7636/4.6/plain'] as const;
const known = [matching, mismatched, plain];
const today = Date.parse('2026-11-24T12:00:00Z');

const baseline = (rest: Partial<Baseline>): Baseline => ({ file: 'baseline.yaml', waivers: [], upheld: [], ...rest });
const waiver = { rule: mismatched, reason: 'ticket 17' };

function run(verdicts: Readonly<Record<string, Verdict>>, more: readonly RuleResult[] = []): Run {
  const rules = Object.entries(verdicts).map(([id, verdict]) =>
    sampleResult(sampleRule(id, 'A rule'), [verdict], verdict === 'inconclusive' ? { reason: 'the server answered 429 twice' } : {}),
  );
  return { ...conformantRun, rules: [...rules, ...more] };
}

interface Case {
  readonly name: string;
  readonly run: Run;
  readonly baseline: Baseline;
  readonly exitCode: number;
  readonly headline: string;
  readonly line: string;
}

const well = { [matching]: 'upheld', [plain]: 'upheld' } as const;

const cases: readonly Case[] = [
  {
    name: 'nothing new',
    run: run({ ...well, [mismatched]: 'violated' }),
    baseline: baseline({ waivers: [{ ...waiver, until: '2026-11-24' }], upheld: [matching] }),
    exitCode: 0,
    headline: 'NO NEW VIOLATION',
    line: 'Nothing new since baseline.yaml: 1 rule waived.',
  },
  {
    name: 'nothing new, nothing waived',
    run: run(well),
    baseline: baseline({ upheld: [matching] }),
    exitCode: 0,
    headline: 'CONFORMANT',
    line: 'Nothing new since baseline.yaml.',
  },
  {
    name: 'a new violation',
    run: run({ ...well, [mismatched]: 'violated' }),
    baseline: baseline({ upheld: [matching, mismatched] }),
    exitCode: 1,
    headline: 'NOT CONFORMANT',
    line: `1 new violation: ${mismatched}`,
  },
  {
    name: 'a stale waiver',
    run: run({ ...well, [mismatched]: 'upheld' }),
    baseline: baseline({ waivers: [waiver] }),
    exitCode: 1,
    headline: 'GATE CLOSED',
    line: `1 stale waiver: ${mismatched} (the rule is upheld again: take the waiver out)`,
  },
  {
    name: 'an expired waiver of a rule that is still broken',
    run: run({ ...well, [mismatched]: 'violated' }),
    baseline: baseline({ waivers: [{ ...waiver, until: '2026-11-23' }] }),
    exitCode: 1,
    headline: 'NOT CONFORMANT',
    line: `1 expired waiver: ${mismatched} (the waiver ended on 2026-11-23)`,
  },
  {
    name: 'an upheld rule gone inconclusive',
    run: run({ ...well, [mismatched]: 'inconclusive' }),
    baseline: baseline({ upheld: [mismatched] }),
    exitCode: 1,
    headline: 'GATE CLOSED',
    line: `1 upheld rule gone inconclusive: ${mismatched} (the server answered 429 twice)`,
  },
  {
    name: 'an upheld rule that no profile holds any more',
    run: run(well),
    baseline: baseline({ upheld: [mismatched] }),
    exitCode: 1,
    headline: 'GATE CLOSED',
    line: `1 upheld rule missing: ${mismatched} (no profile that ran holds it)`,
  },
  {
    name: 'an upheld rule that is not applicable any more',
    run: run(well, [notApplicableResult(sampleRule(mismatched, 'A rule'), 'the target declares no protected resource')]),
    baseline: baseline({ upheld: [mismatched] }),
    exitCode: 1,
    headline: 'GATE CLOSED',
    line: `1 upheld rule missing: ${mismatched} (not applicable now: the target declares no protected resource)`,
  },
  {
    name: 'a rule that was never upheld and is inconclusive is not the gate’s to tell',
    run: run({ ...well, [mismatched]: 'inconclusive' }),
    baseline: baseline({ upheld: [matching] }),
    exitCode: 3,
    headline: 'INCONCLUSIVE',
    line: 'Nothing new since baseline.yaml.',
  },
];

for (const { name, run: found, baseline: held, exitCode, headline, line } of cases) {
  test(`${name}: exit ${exitCode}, ${headline}`, () => {
    const seen = throughGate(found, { baseline: held, now: today, prefixes: [] });
    const conclusion = conclude(seen);
    assert.deepEqual([conclusion.exitCode, conclusion.headline], [exitCode, headline]);
    assert.ok(seen.gate);
    assert.deepEqual(gateLines(seen.gate), [line]);
    const told = renderConsole(seen, { colour: false, width: 200 }).split('\n');
    assert.equal(told.filter((one) => one === `Gate     ${line}`).length, 1);
  });
}

test('a waiver holds to the end of its last day', () => {
  const held = baseline({ waivers: [{ ...waiver, until: '2026-11-24' }] });
  const at = (now: string): number =>
    conclude(throughGate(run({ ...well, [mismatched]: 'violated' }), { baseline: held, now: Date.parse(now), prefixes: [] })).exitCode;
  assert.deepEqual([at('2026-11-24T23:59:59.999Z'), at('2026-11-25T00:00:00Z')], [0, 1]);
});

test('what a prefix or another shard leaves out is not missed', () => {
  const held = baseline({ waivers: [{ ...waiver, until: '2020-01-01' }], upheld: [matching] });
  const seen = throughGate(run({ [plain]: 'upheld' }), { baseline: held, now: today, prefixes: [plain] });
  assert.deepEqual(seen.gate?.findings, []);
  const shard = { index: 1, count: 2, whole: true, profiles: [] };
  const part = throughGate({ ...run({ [plain]: 'upheld' }), shard }, { baseline: held, now: today, prefixes: [] });
  assert.deepEqual(part.gate?.findings, []);
});

test('a waived rule keeps what was found, and says why it is waived', () => {
  const seen = throughGate(run({ ...well, [mismatched]: 'violated' }), {
    baseline: baseline({ waivers: [waiver] }),
    now: today,
    prefixes: [],
  });
  const result = seen.rules.find(({ rule }) => rule.id === mismatched);
  assert.deepEqual([result?.verdict, result?.waiver, result?.scenarios[0]?.verdict], ['waived', { reason: 'ticket 17' }, 'violated']);
});

test('the baseline that a run writes lets that run through, and reasons given before stay', () => {
  const found = run({ ...well, [mismatched]: 'violated' });
  const open = (level: Parameters<typeof isDecisive>[0]): boolean => isDecisive(level, false);
  const text = baselineOf(found, open, '2026-11-24');
  const first = parseBaseline(text, 'new.yaml', known);
  assert.ok('baseline' in first);
  assert.match(first.baseline.waivers[0]?.reason ?? '', /^violated on 2026-11-24; say here why/);
  assert.deepEqual(throughGate(found, { baseline: first.baseline, now: today, prefixes: [] }).gate?.findings, []);
  const again = baselineOf(found, open, '2026-12-01', baseline({ waivers: [{ ...waiver, until: '2027-01-01' }] }));
  assert.deepEqual((parse(again) as { waivers: unknown }).waivers, [{ rule: mismatched, reason: 'ticket 17', until: '2027-01-01' }]);
});

const faults: readonly (readonly [string, string, RegExp])[] = [
  [
    'an unknown rule',
    'schemaVersion: 1\nwaivers:\n  - { rule: rfc7636/4.6/mismatched, reason: x }',
    /^b\.yaml:3:13 .*no such rule.\n.*nearest is rfc7636\/4\.6\/mismatched-verifier/,
  ],
  [
    'an unknown rule that was upheld',
    `schemaVersion: 1\nupheld: [${plain}, nonsense]`,
    /^b\.yaml:2:\d+ .*upheld\[1\] is "nonsense": there is no such rule/,
  ],
  ['no reason', `schemaVersion: 1\nwaivers: [{ rule: ${plain} }]`, /waivers\[0\]\.reason is missing/],
  ['an empty reason', `schemaVersion: 1\nwaivers: [{ rule: ${plain}, reason: " " }]`, /waivers\[0\]\.reason is no text/],
  ['no day', `schemaVersion: 1\nwaivers: [{ rule: ${plain}, reason: x, until: 2026-02-30 }]`, /until is "2026-02-30": a day such as/],
  ['an unknown key', `schemaVersion: 1\nwaiver: []`, /waiver is unknown: .*\n.*nearest is waivers/],
  [
    'a rule twice',
    `schemaVersion: 1\nwaivers: [{ rule: ${plain}, reason: x }]\nupheld: [${plain}]`,
    /upheld\[0\] .*stands at waivers\[0\]\.rule already/,
  ],
  ['another version', 'schemaVersion: 2', /schemaVersion is not 1/],
  ['no version', 'upheld: []', /schemaVersion is missing/],
  ['a list', '- a', /is no mapping/],
  ['nothing', '', /is no mapping/],
  ['no YAML', 'waivers: [', /is neither YAML nor JSON/],
];

for (const [name, text, expected] of faults) {
  test(`a baseline with ${name} is refused, and the place is told`, () => {
    const parsed = parseBaseline(text, 'b.yaml', known);
    assert.ok('faults' in parsed);
    assert.match(parsed.faults.map(describeFault).join('\n'), expected);
  });
}
