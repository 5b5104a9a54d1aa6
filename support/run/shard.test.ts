import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '../catalogue/features.js';
import { ages, selectRules, type Plan } from './plan.js';
import { shared } from './shard.js';

/** Everything of a profile, as if all of it were applicable. */
function planOf(profile: string): Plan {
  const rules = selectRules(catalogue(), profile, []);
  const ids = new Set(rules.map(({ id }) => id));
  return {
    rules: rules.map((rule) => ({ rule, locations: rule.scenarios.map(({ location }) => location), leftOut: 0 })),
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
  const spread = (counts: readonly number[], most: number): void =>
    assert.ok(Math.max(...counts) - Math.min(...counts) <= most, counts.join(' '));
  const shards = dealt(3);
  const rules = (choose: (plan: Plan) => readonly { readonly rule: { readonly id: string } }[]): number[] =>
    shards.map((own) => new Set(own.flatMap((plan) => choose(plan).map(({ rule }) => rule.id))).size);
  spread(
    rules(({ pickles }) => pickles.filter(ages)),
    3,
  );
  spread(
    rules(({ pickles }) => pickles.filter(({ pickle }) => pickle.tags.some(({ name }) => name.startsWith('@repeats-')))),
    2,
  );
  const weight = (tags: readonly string[]): number => (tags.includes('@property') ? runs : tags.includes('@repeats-20') ? 20 : 1);
  const loads = shards.map((own) =>
    own.flatMap(({ pickles }) => pickles).reduce((sum, { pickle }) => sum + weight(pickle.tags.map(({ name }) => name)), 0),
  );
  spread(loads, Math.max(...loads) / 10);
});
