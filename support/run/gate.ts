import { matches } from './plan.js';
import type { Baseline, Waiver } from './baseline.js';
import type { GateFinding, RuleResult, Run } from './run.js';

export interface GateOptions {
  readonly baseline: Baseline;
  /** Milliseconds since the epoch: what tells whether a waiver has expired. */
  readonly now: number;
  /** Prefixes that narrowed the run. */
  readonly prefixes: readonly string[];
}

/**
 * The run as seen through a baseline: a broken rule that a waiver names is `waived`, and whatever the baseline does not know of
 * stands in `gate`. Broken or left open, a rule is waived; an upheld one makes its waiver stale; a waiver past its day is none.
 */
export function throughGate(run: Run, options: GateOptions): Run {
  const { baseline, now } = options;
  const waivers = new Map(baseline.waivers.map((waiver) => [waiver.rule, waiver]));
  const rules = run.rules.map((result) => waived(result, waivers.get(result.rule.id), now));
  const seen = new Map(rules.map((result) => [result.rule.id, result]));
  const findings = [
    ...rules.flatMap((result): GateFinding[] =>
      result.verdict === 'violated' && !waivers.has(result.rule.id) ? [{ kind: 'new', rule: result.rule.id }] : [],
    ),
    ...baseline.waivers.flatMap((waiver) => ofWaiver(waiver, seen.get(waiver.rule), { ...options, run })),
    ...baseline.upheld.flatMap((id) => ofUpheld(id, seen.get(id), { ...options, run })),
  ];
  return { ...run, rules, gate: { baseline: baseline.file, waived: rules.filter(({ verdict }) => verdict === 'waived').length, findings } };
}

function waived(result: RuleResult, waiver: Waiver | undefined, now: number): RuleResult {
  if (waiver === undefined || isExpired(waiver, now)) return result;
  if (result.verdict !== 'violated' && result.verdict !== 'inconclusive') return result;
  const { reason, until } = waiver;
  return { ...result, verdict: 'waived', waiver: { reason, ...(until === undefined ? {} : { until }) } };
}

function ofWaiver(waiver: Waiver, result: RuleResult | undefined, options: Held): GateFinding[] {
  if (result === undefined && isNarrowedAway(waiver.rule, options)) return [];
  if (isExpired(waiver, options.now)) return [{ kind: 'expired', rule: waiver.rule, text: `the waiver ended on ${waiver.until ?? ''}` }];
  if (result?.verdict === 'upheld') return [{ kind: 'stale', rule: waiver.rule, text: 'the rule is upheld again: take the waiver out' }];
  return [];
}

function ofUpheld(id: string, result: RuleResult | undefined, options: Held): GateFinding[] {
  if (result === undefined) return isNarrowedAway(id, options) ? [] : [{ kind: 'missing', rule: id, text: 'no profile that ran holds it' }];
  if (result.verdict === 'inconclusive') return [{ kind: 'inconclusive', rule: id, ...reasonOf(result) }];
  if (result.verdict !== 'not-applicable' || result.reason?.code === 'no-slow') return [];
  return [
    { kind: 'missing', rule: id, text: `not applicable now: ${result.reason?.text ?? result.rule.excluded ?? 'no reason is known'}` },
  ];
}

type Held = GateOptions & { readonly run: Run };

/** What the user asked not to be run is not missed; what falls to another shard is missed by none of them, but by their merge. */
function isNarrowedAway(id: string, { prefixes, run }: Held): boolean {
  return !matches(id, prefixes) || run.shard !== undefined;
}

function reasonOf({ scenarios }: RuleResult): { readonly text?: string } {
  const text = scenarios.find(({ verdict, reason }) => verdict === 'inconclusive' && reason !== undefined)?.reason;
  return text === undefined ? {} : { text };
}

/** A waiver holds to the end of its last day, UTC. */
function isExpired({ until }: Waiver, now: number): boolean {
  return until !== undefined && now >= Date.parse(`${until}T00:00:00Z`) + 86_400_000;
}
