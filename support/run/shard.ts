import type { PlannedPickle } from '../catalogue/parse.js';
import type { Rule } from '../catalogue/rule.js';
import { ages, type Plan } from './plan.js';

/** One of several runs that share the rules between them. */
export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/**
 * What of the plans falls to this shard. A rule falls to one shard in every profile; the plans alone decide which, so that all
 * shards agree. What must grow old and what races is spread first, each evenly, then the rest so that all have as much to do.
 */
export function shared(plans: readonly Plan[], { index, count }: Shard, runs: number): readonly Plan[] {
  const shards = shardsOf(weighed(plans, runs), count);
  const own = ({ rule }: { readonly rule: Rule }): boolean => shards.get(rule.id) === index - 1;
  return plans.map(({ rules, pickles }) => ({ rules: rules.filter(own), pickles: pickles.filter(own) }));
}

interface Weight {
  readonly id: string;
  readonly kind: (typeof kinds)[number];
  /** Requests, roughly. */
  readonly load: number;
}

const kinds = ['ageing', 'race', 'property', 'rest'] as const;

/** The heaviest first, each to the shard that has the least of its kind, and of those to the one that has the least at all. */
function shardsOf(weights: readonly Weight[], count: number): ReadonlyMap<string, number> {
  const shards = new Map<string, number>();
  const total = new Array<number>(count).fill(0);
  for (const kind of kinds) {
    const own = new Array<number>(count).fill(0);
    const alike = weights.filter((weight) => weight.kind === kind);
    for (const { id, load } of alike.toSorted((a, b) => b.load - a.load || (a.id < b.id ? -1 : 1))) {
      const compared = kind === 'rest' ? total : own;
      const place =
        total
          .map((_, at) => at)
          .toSorted((a, b) => (compared[a] ?? 0) - (compared[b] ?? 0) || (total[a] ?? 0) - (total[b] ?? 0) || a - b)[0] ?? 0;
      shards.set(id, place);
      own[place] = (own[place] ?? 0) + load;
      total[place] = (total[place] ?? 0) + load;
    }
  }
  return shards;
}

function weighed(plans: readonly Plan[], runs: number): readonly Weight[] {
  const pickles = Map.groupBy(
    plans.flatMap((plan) => plan.pickles),
    ({ rule }) => rule.id,
  );
  const ids = [...new Set(plans.flatMap(({ rules }) => rules.map(({ rule }) => rule.id)))];
  return ids.map((id) => {
    const own = pickles.get(id) ?? [];
    return { id, kind: kindOf(own), load: own.reduce((sum, planned) => sum + loadOf(planned, runs), 0) };
  });
}

function kindOf(pickles: readonly PlannedPickle[]): Weight['kind'] {
  if (pickles.some(ages)) return 'ageing';
  if (pickles.some((planned) => rounds(planned) > 1)) return 'race';
  return pickles.some((planned) => isTagged(planned, '@property')) ? 'property' : 'rest';
}

/** Of a scenario that is no more than one: a code, a fault, a control. */
const requests = 4;

function loadOf(planned: PlannedPickle, runs: number): number {
  return requests * (isTagged(planned, '@property') ? runs : 1) * rounds(planned);
}

function rounds({ pickle }: PlannedPickle): number {
  const tag = pickle.tags.map(({ name }) => /^@repeats-(\d+)$/.exec(name)?.[1]).find((found) => found !== undefined);
  return tag === undefined ? 1 : Number(tag);
}

function isTagged({ pickle }: PlannedPickle, tag: string): boolean {
  return pickle.tags.some(({ name }) => name === tag);
}
