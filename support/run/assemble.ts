import type { Rule } from '../catalogue/rule.js';
import { Inconclusive, NothingToJudge, Violation } from '../verdict/findings.js';
import { broken, worst, type Level, type Verdict } from '../verdict/verdict.js';
import type { ScenarioOutcome } from './pass.js';
import type { PlannedRule } from './plan.js';
import type { RuleResult, ScenarioResult } from './run.js';

export interface Leniency {
  readonly strict: boolean;
  /** The level at which a rule counts, where a knob changes it. */
  readonly levelOf: (rule: Rule) => Level;
}

/** What became of the scenarios under one client. */
export interface Told {
  /** Absent for the pass that runs every rule. */
  readonly client?: string;
  readonly outcomes: ReadonlyMap<string, ScenarioOutcome>;
  /** Whether the rule is run under this client. */
  readonly covers: (rule: Rule) => boolean;
}

/** The result of a rule from what its scenarios did; `unjudged` is why none of them was executed, where that is so. */
export function ruleResult(
  planned: PlannedRule,
  profile: string,
  tellings: readonly Told[],
  leniency: Leniency,
  unjudged?: string,
): RuleResult {
  const { reason } = planned;
  // Where a knob raises or lowers a rule, every report and the exit code speak of the level at which it counted.
  const rule = { ...planned.rule, level: leniency.levelOf(planned.rule) };
  if (reason) return { rule, profile, verdict: 'not-applicable', reason, scenarios: [] };
  const told = tellings
    .filter(({ covers }) => covers(planned.rule))
    .flatMap(({ client, outcomes }) =>
      planned.locations.flatMap((location) => {
        const outcome = outcomes.get(location);
        const heading = { ...blank(nameAt(rule, location), location), ...(client === undefined ? {} : { client }) };
        if (outcome)
          return [
            {
              ...heading,
              exchanges: keptOf(outcome),
              durationMs: outcome.durationMs,
              ...judged(outcome, rule.level, leniency.strict),
            },
          ];
        return [{ ...heading, verdict: 'inconclusive' as const, reason: unjudged ?? 'it was not executed' }];
      }),
    );
  const unheard = planned.undecided.map(({ location, cause }): ScenarioResult => ({
    ...blank(nameAt(rule, location), location),
    verdict: 'inconclusive',
    reason: unjudged ?? cause,
  }));
  const judgedScenarios = told.flatMap((scenario): ScenarioResult[] =>
    scenario.verdict === 'nothing-to-judge' ? [] : [{ ...scenario, verdict: scenario.verdict }],
  );
  const scenarios = [...judgedScenarios, ...unheard];
  if (scenarios.length === 0) {
    const text =
      told[0] && 'reason' in told[0] && told[0].reason !== undefined ? told[0].reason : 'no scenario of it met anything to judge';
    return { rule, profile, verdict: 'not-applicable', reason: { code: 'capability', text }, scenarios: [] };
  }
  return { rule, profile, verdict: worst(scenarios.map(({ verdict }) => verdict)), scenarios: toldInFull(scenarios) };
}

/** Exchanges that are kept of a scenario that found nothing: the last of them; a property makes hundreds. */
const keptOfUpheld = 4;
/** Upheld scenarios of a rule that keep so many; the others, which are alike, keep the one that decided. */
const shownOfUpheld = 3;

/** Decided before anything is redacted: what no report shows need not be made fit to be shown. */
function toldInFull(scenarios: readonly ScenarioResult[]): readonly ScenarioResult[] {
  let upheld = 0;
  return scenarios.map((scenario) => {
    if (scenario.verdict !== 'upheld') return scenario;
    upheld += 1;
    return upheld <= shownOfUpheld ? scenario : { ...scenario, exchanges: scenario.exchanges.slice(-1) };
  });
}

function keptOf({ exchanges }: ScenarioOutcome): readonly number[] {
  return exchanges.slice(-keptOfUpheld);
}

/** The exchanges that none of these scenarios will show: of those that found nothing all but the last, unless a finding names them. */
export function unshown(outcomes: readonly ScenarioOutcome[]): readonly number[] {
  const told = new Set(
    outcomes.flatMap((outcome) => [...(outcome.error === undefined ? keptOf(outcome) : outcome.exchanges), ...decisiveOf(outcome)]),
  );
  return outcomes.flatMap(({ exchanges }) => exchanges).filter((n) => !told.has(n));
}

function decisiveOf({ error }: ScenarioOutcome): readonly number[] {
  return error instanceof Violation || error instanceof Inconclusive ? (error.detail.exchanges ?? []) : [];
}

function nameAt({ scenarios }: Rule, location: string): string {
  return scenarios.find((scenario) => scenario.location === location)?.name ?? '';
}

function blank(name: string, location: string): { name: string; location: string; exchanges: readonly number[]; durationMs: number } {
  return { name, location, exchanges: [], durationMs: 0 };
}

/** Exchanges before the deciding ones that a finding keeps: more than any scenario sends but a property or a long race. */
const keptOfFinding = 60;

/** What a reader needs to check a finding: the scenario up to the exchanges that decided it, those last. */
function evidence(all: readonly number[], decisive: readonly number[] = []): readonly number[] {
  const end = decisive.length > 0 ? Math.max(...decisive) : Infinity;
  return [...all.filter((n) => n < end && !decisive.includes(n)).slice(-keptOfFinding), ...decisive];
}

type Judged = Partial<Omit<ScenarioResult, 'verdict'>> & { verdict: Verdict | 'nothing-to-judge' };

function judged({ error, notes, exchanges }: ScenarioOutcome, level: Level, strict: boolean): Judged {
  const note = notes.length > 0 ? { reason: notes.join('; ') } : {};
  if (error === undefined) return { verdict: notes.length > 0 && level === 'may' ? 'noted' : 'upheld', ...note };
  if (error instanceof Violation) {
    const { counterexample } = error.detail;
    return {
      verdict: broken(level, strict),
      expected: error.expected,
      received: error.received,
      // A story is whole; what was sent before it belongs to others that were tried.
      exchanges: counterexample?.steps === undefined ? evidence(exchanges, error.detail.exchanges) : (error.detail.exchanges ?? []),
      ...(counterexample ? { counterexample } : {}),
    };
  }
  if (error instanceof Inconclusive)
    return { verdict: 'inconclusive', reason: error.reason, exchanges: evidence(exchanges, error.detail.exchanges) };
  if (error instanceof NothingToJudge) return { verdict: 'nothing-to-judge', reason: error.message };
  return { verdict: 'error', reason: error instanceof Error ? `${error.name}: ${error.message}` : 'something was thrown that is no error' };
}
