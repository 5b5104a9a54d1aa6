import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '../catalogue/features.js';
import type { PlannedPickle } from '../catalogue/parse.js';
import { ages, selectRules, type Plan } from './plan.js';
import { shared } from './shard.js';

/** Everything of a profile, as if all of it were applicable. */
function planOf(profile: string): Plan {
  const rules = selectRules(catalogue(), profile, []);
  const ids = new Set(rules.map(({ id }) => id));
  return {
    rules: rules.map((rule) => ({ rule, locations: rule.scenarios.map(({ location }) => location), undecided: [], leftOut: 0 })),
    pickles: catalogue().pickles.filter(({ rule }) => ids.has(rule.id)),
  };
}

const plans = ['rfc9700', 'oidc'].map(planOf);
const runs = 25;
const dealt = (count: number): readonly (readonly Plan[])[] =>
  Array.from({ length: count }, (_, at) => shared(plans, { index: at + 1, count }, runs));

test('every rule falls to one shard, in every profile to the same, with all of its scenarios', () => {
  for (const count of [1, 2, 3, 7]) {
    const shards = dealt(count);
    const owners = new Map<string, Set<number>>();
    for (const [at, own] of shards.entries())
      for (const plan of own) for (const { rule } of plan.rules) owners.set(rule.id, (owners.get(rule.id) ?? new Set()).add(at));
    assert.deepEqual(
      [...owners.values()].filter(({ size }) => size !== 1),
      [],
    );
    for (const [index, plan] of plans.entries()) {
      const together = shards.flatMap((own) => own[index]?.pickles ?? []);
      assert.equal(together.length, plan.pickles.length);
      assert.equal(new Set(together).size, plan.pickles.length);
      assert.equal(shards.flatMap((own) => own[index]?.rules ?? []).length, plan.rules.length);
    }
  }
});

test('the same plans are dealt out alike', () => {
  const names = (): unknown => dealt(4).map((own) => own.map((plan) => plan.rules.map(({ rule }) => rule.id)));
  assert.deepEqual(names(), names());
});

test('what grows old, what races and all else is spread', () => {
  const shards = dealt(3);
  const rounds = (planned: PlannedPickle): number =>
    planned.pickle.tags.reduce((most, { name }) => Math.max(most, Number(/^@repeats-(\d+)$/.exec(name)?.[1] ?? 1)), 1);
  const weight = (planned: PlannedPickle): number =>
    rounds(planned) * (planned.pickle.tags.some(({ name }) => name === '@property') ? runs : 1);
  const loads = (choose: (planned: PlannedPickle) => boolean): readonly (readonly number[])[] =>
    shards.map((own) => {
      const byRule = Map.groupBy(
        own.flatMap(({ pickles }) => pickles),
        ({ rule }) => rule.id,
      );
      return [...byRule.values()]
        .filter((pickles) => pickles.some(choose))
        .map((pickles) => pickles.reduce((sum, one) => sum + weight(one), 0));
    });
  const spread = (of: readonly (readonly number[])[], most: number): void => {
    const sums = of.map((own) => own.reduce((sum, one) => sum + one, 0));
    assert.ok(Math.max(...sums) - Math.min(...sums) <= most, `${sums.join(' ')}, and at most ${most} apart`);
  };
  const heaviest = (of: readonly (readonly number[])[]): number => Math.max(...of.flat());
  const ageing = loads(ages);
  spread(ageing, heaviest(ageing));
  const racing = loads((planned) => rounds(planned) > 1);
  spread(racing, heaviest(racing));
  const all = loads(() => true);
  spread(all, all.flat().reduce((sum, one) => sum + one, 0) / 20);
});
