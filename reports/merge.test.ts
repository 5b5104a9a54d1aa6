import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Run } from '../support/run/run.js';
import { toCertificate } from './certificate.js';
import { conclude } from './conclusion.js';
import { joined, whyNotJoined } from './merge.js';
import { runOf } from './run-of-certificate.js';
import { conformantRun, hostileRun, inconclusiveRun, violatingRun } from './sample-run.js';

const runs = { conformant: conformantRun, violating: violatingRun, inconclusive: inconclusiveRun, hostile: hostileRun };

const place =
  ({ rules }: Run) =>
  (id: string): number =>
    rules.findIndex(({ rule }) => rule.id === id);

/** The run as `count` shards would have it: its rules dealt out, the exchanges of each numbered from 1. */
function shards(run: Run, count: number): readonly Run[] {
  return Array.from({ length: count }, (_, at) => {
    const rules = run.rules.filter((_rule, index) => index % count === at);
    const own = [...new Set(rules.flatMap(({ scenarios }) => scenarios.flatMap(({ exchanges }) => exchanges)))].sort((a, b) => a - b);
    const number = (n: number): number => own.indexOf(n) + 1;
    const profiles = run.profiles.map(({ name, conformant }) => ({
      name,
      upheld: at === 0 && conformant,
      wanting: at === 1 && !conformant,
    }));
    return {
      ...run,
      complete: false,
      shard: { index: at + 1, count, whole: run.complete, profiles },
      profiles: run.profiles.map(({ name }) => ({ name, conformant: false })),
      startedAt: new Date(Date.parse(run.startedAt) + at).toISOString(),
      rules: rules.map((result) => ({
        ...result,
        scenarios: result.scenarios.map((scenario) => ({
          ...scenario,
          exchanges: scenario.exchanges.filter((n) => number(n) > 0).map(number),
        })),
      })),
      agedScenarios: at === 0 ? run.agedScenarios : 0,
      exchanges: run.exchanges.filter(({ n }) => number(n) > 0).map((exchange) => ({ ...exchange, n: number(exchange.n) })),
    };
  });
}

for (const [name, run] of Object.entries(runs)) {
  test(`the shards of a run join to its certificate: ${name}`, () => {
    const certificates = shards(run, 3).map(toCertificate);
    const parts = certificates.map((certificate) => runOf(certificate, (id) => run.rules.find(({ rule }) => rule.id === id)?.rule));
    assert.equal(whyNotJoined(parts, ['a', 'b', 'c']), undefined);
    const whole = joined(parts, place(run));
    const [merged, expected] = [toCertificate(whole), toCertificate(run)];
    const told = ({ rules, exchanges: _exchanges, durationMs: _durationMs, ...rest }: typeof merged): object => ({
      ...rest,
      rules: rules.map(({ scenarios, ...rule }) => ({
        ...rule,
        scenarios: scenarios.map((scenario) => ({ ...scenario, exchanges: scenario.exchanges.length })),
      })),
    });
    assert.deepEqual(told(merged), told(expected));
    assert.equal(conclude(whole).exitCode, conclude(run).exitCode);
    const held = new Map(merged.exchanges.map((exchange) => [exchange.n, exchange]));
    assert.equal(held.size, merged.exchanges.length);
    for (const rule of merged.rules) {
      const before = expected.rules.find(({ id }) => id === rule.id);
      const bodies = (of: typeof merged, numbers: readonly number[] = []): unknown[] =>
        numbers.map((n) => of.exchanges.find((exchange) => exchange.n === n)?.response?.body);
      for (const [at, scenario] of rule.scenarios.entries())
        assert.deepEqual(bodies(merged, scenario.exchanges), bodies(expected, before?.scenarios[at]?.exchanges));
    }
  });
}

test('a rule that two runs judged takes the worse of its verdicts', () => {
  const better = { ...violatingRun, rules: violatingRun.rules.map((result) => ({ ...result, verdict: 'upheld' as const })) };
  const whole = joined([better, violatingRun], place(violatingRun));
  assert.deepEqual(
    whole.rules.map(({ verdict }) => verdict),
    violatingRun.rules.map(({ verdict }) => (verdict === 'noted' ? 'noted' : verdict === 'not-applicable' ? 'upheld' : verdict)),
  );
});

test('what are not the parts of one run is not joined', () => {
  const [one, two, three] = shards(violatingRun, 3);
  assert.ok(one && two && three);
  const why = (...parts: readonly Run[]): string | undefined => whyNotJoined(parts, ['a.json', 'b.json', 'c.json']);
  assert.match(why(one, three) ?? '', /shard 2\/3 is missing/);
  assert.match(why(one) ?? '', /shard 2\/3 and 3\/3 is missing/);
  assert.match(why(one, two, two) ?? '', /shard 2\/3 is named twice/);
  assert.match(why(one, violatingRun) ?? '', /b\.json is no shard/);
  assert.match(why(one, { ...two, seed: 2 }, three) ?? '', /b\.json tells of seed 2, a\.json of 834713041/);
  assert.match(why(one, { ...two, suite: { name: 'pkce-conformance', version: '2.0.0' } }, three) ?? '', /2\.0\.0/);
  assert.match(why(one, two, { ...three, target: { ...three.target, name: 'Another' } }) ?? '', /c\.json tells of target Another/);
  assert.match(why() ?? '', /nothing to join/);
});
