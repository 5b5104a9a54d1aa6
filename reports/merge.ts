import type { Digests, RuleResult, Run } from '../support/run/run.js';
import type { Counterexample } from '../support/verdict/findings.js';
import { gravity } from './standing.js';
import { enumerated } from './words.js';

/**
 * One run of several that judged the same target: the shards of one run, which amount to that run, or runs of different prefixes.
 * A rule that several of them judged takes the worse of its verdicts. Exchanges are numbered anew. `place` is the order of the rules.
 */
export function joined(runs: readonly Run[], place: (id: string) => number): Run {
  const [first] = runs;
  if (!first) throw new Error('nothing to join');
  const { shard, gate: _gate, obstacle: _obstacle, remedy: _remedy, provenance: _provenance, ...common } = first;
  const provenance = joinedProvenance(runs);
  const starts = runs.map(({ startedAt }) => Date.parse(startedAt));
  const ends = runs.map(({ durationMs }, index) => (starts[index] ?? 0) + durationMs);
  const gate = joinedGate(runs);
  const obstacles = [...new Set(runs.flatMap(({ obstacle }) => obstacle ?? []))];
  const remedy = runs.find((run) => run.remedy !== undefined)?.remedy;
  const renumbered = withOwnNumbers(runs);
  return {
    ...common,
    target: {
      ...first.target,
      clients: distinct(
        runs.flatMap(({ target }) => target.clients),
        ({ client_id }) => client_id,
      ),
      limits: [...new Set(runs.flatMap(({ target }) => target.limits))],
    },
    profiles: joinedProfiles(runs),
    startedAt: new Date(Math.min(...starts)).toISOString(),
    durationMs: Math.max(...ends) - Math.min(...starts),
    waitedMs: Math.max(...runs.map(({ waitedMs }) => waitedMs)),
    agedScenarios: runs.reduce((sum, { agedScenarios }) => sum + agedScenarios, 0),
    conformant: false,
    complete: shard === undefined ? runs.every(({ complete }) => complete) : runs.every((run) => run.shard?.whole === true),
    ...(obstacles.length === 0 ? {} : { obstacle: obstacles.join('; ') }),
    ...(remedy === undefined ? {} : { remedy }),
    ...(gate === undefined ? {} : { gate }),
    ...(provenance === undefined ? {} : { provenance }),
    rules: joinedRules(renumbered).toSorted((a, b) => place(a.rule.id) - place(b.rule.id)),
    exchanges: renumbered.flatMap(({ exchanges }) => exchanges),
  };
}

/** Why these runs cannot be one, in words; undefined where they can. `names` says how each is called. */
export function whyNotJoined(runs: readonly Run[], names: readonly string[]): string | undefined {
  const [first] = runs;
  if (!first) return 'there is nothing to join';
  for (const [index, run] of runs.entries()) {
    for (const [what, of] of agreed) {
      if (of(run) !== of(first)) return `${names[index] ?? ''} tells of ${what} ${of(run)}, ${names[0] ?? ''} of ${of(first)}`;
    }
  }
  return whyNoShards(runs, names);
}

const agreed: readonly (readonly [string, (run: Run) => string])[] = [
  ['suite', ({ suite }) => `${suite.name} ${suite.version}`],
  ['role', ({ target }) => target.role],
  ['target', ({ target }) => [target.name, target.issuer ?? ''].filter((part) => part !== '').join(' ')],
  ['seed', ({ seed }) => String(seed)],
  ['strict', ({ strict }) => String(strict)],
  ['features', ({ provenance }) => provenance?.digests.features ?? 'none said'],
  ['endpoints', ({ provenance }) => provenance?.digests.endpoints ?? 'none said'],
];

function whyNoShards(runs: readonly Run[], names: readonly string[]): string | undefined {
  const sharded = runs.filter(({ shard }) => shard !== undefined);
  if (sharded.length === 0) return undefined;
  if (sharded.length < runs.length) return `${names[runs.findIndex(({ shard }) => shard === undefined)] ?? ''} is no shard, and others are`;
  const counts = new Set(sharded.map(({ shard }) => shard?.count ?? 0));
  if (counts.size > 1) return `some are shards of ${enumerated([...counts].map((count) => String(count)))}`;
  const count = [...counts][0] ?? 0;
  const indexes = sharded.map(({ shard }) => shard?.index ?? 0);
  const twice = indexes.find((index, at) => indexes.indexOf(index) < at);
  if (twice !== undefined) return `shard ${twice}/${count} is named twice`;
  const missing = Array.from({ length: count }, (_, at) => at + 1).filter((index) => !indexes.includes(index));
  return missing.length === 0 ? undefined : `shard ${enumerated(missing.map((index) => `${index}/${count}`))} is missing`;
}

/** Each run numbers its exchanges from 1; together they go on where the one before ended. */
function withOwnNumbers(runs: readonly Run[]): readonly Run[] {
  let before = 0;
  return runs.map((run) => {
    const offset = before;
    before += run.exchanges.reduce((most, { n }) => Math.max(most, n), 0);
    const moved = (n: number): number => n + offset;
    return {
      ...run,
      exchanges: run.exchanges.map((exchange) => ({ ...exchange, n: moved(exchange.n) })),
      rules: run.rules.map((result) => ({
        ...result,
        scenarios: result.scenarios.map((scenario) => ({
          ...scenario,
          exchanges: scenario.exchanges.map(moved),
          ...(scenario.counterexample === undefined ? {} : { counterexample: movedStory(scenario.counterexample, moved) }),
        })),
      })),
    };
  });
}

function movedStory({ steps, ...counterexample }: Counterexample, moved: (n: number) => number): Counterexample {
  if (steps === undefined) return counterexample;
  return { ...counterexample, steps: steps.map((step) => ({ ...step, exchanges: step.exchanges.map(moved) })) };
}

function joinedRules(runs: readonly Run[]): readonly RuleResult[] {
  const byId = Map.groupBy(
    runs.flatMap(({ rules }) => rules),
    ({ rule }) => rule.id,
  );
  return [...byId.values()].flatMap((results) => {
    const [worse] = results.toSorted((a, b) => rank(a) - rank(b));
    return worse === undefined ? [] : [{ ...worse, scenarios: results.flatMap(({ scenarios }) => scenarios) }];
  });
}

function rank({ verdict }: RuleResult): number {
  return verdict === 'not-applicable' ? Infinity : gravity(verdict);
}

/** A shard may hold no binding rule of a profile: whether the profile is conformant shows only in all of them. */
function joinedProfiles(runs: readonly Run[]): Run['profiles'] {
  const most = runs.toSorted((a, b) => b.profiles.length - a.profiles.length);
  const names = [...new Set(most.flatMap(({ profiles }) => profiles.map(({ name }) => name)))];
  return names.map((name) => {
    const told = runs.flatMap(({ profiles }) => profiles.filter((profile) => profile.name === name));
    const parts = runs.flatMap(({ shard }) => shard?.profiles.filter((profile) => profile.name === name) ?? []);
    const conformant =
      parts.length > 0
        ? parts.some(({ upheld }) => upheld) && !parts.some(({ wanting }) => wanting)
        : told.every((profile) => profile.conformant);
    return { name, conformant };
  });
}

/** The command of the first without its shard; digests where all agree. */
function joinedProvenance(runs: readonly Run[]): Run['provenance'] {
  const all = runs.map(({ provenance }) => provenance);
  const [first] = all;
  if (first === undefined) return undefined;
  const { features, endpoints, ...others } = first.digests;
  const agreed = Object.entries(others).filter(([name, digest]) => all.every((one) => one?.digests[name as keyof Digests] === digest));
  const at = first.commandLine.indexOf('--shard');
  return {
    commandLine: at === -1 ? first.commandLine : first.commandLine.toSpliced(at, 2),
    digests: { features, endpoints, ...Object.fromEntries(agreed) },
  };
}

function joinedGate(runs: readonly Run[]): Run['gate'] {
  const gates = runs.flatMap(({ gate }) => gate ?? []);
  const [first] = gates;
  if (!first) return undefined;
  const findings = distinct(
    gates.flatMap((gate) => gate.findings),
    ({ kind, rule }) => `${kind} ${rule}`,
  );
  return { baseline: first.baseline, waived: gates.reduce((sum, { waived }) => sum + waived, 0), findings };
}

function distinct<T>(all: readonly T[], key: (one: T) => string): readonly T[] {
  return [...new Map(all.map((one) => [key(one), one])).values()];
}
