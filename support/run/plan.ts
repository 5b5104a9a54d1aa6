import type { Catalogue, PlannedPickle } from '../catalogue/parse.js';
import type { Rule } from '../catalogue/rule.js';
import type { NotApplicable } from '../verdict/verdict.js';
import { notApplicable, undecided, type Circumstances } from './applicability.js';

/** What of the catalogue a pass executes, and why the rest of it is left out. */
export interface Plan {
  readonly rules: readonly PlannedRule[];
  /** In the order of execution: those that must grow old come late, those that could lock somebody out last. */
  readonly pickles: readonly PlannedPickle[];
}

export interface PlannedRule {
  readonly rule: Rule;
  readonly reason?: NotApplicable;
  /** Locations of the scenarios that are executed. */
  readonly locations: readonly string[];
  /** Scenarios that may or may not apply, as the server was not heard on a capability. */
  readonly undecided: readonly UndecidedScenario[];
  /** Scenarios left out although the rule runs. */
  readonly leftOut: number;
}

export interface UndecidedScenario {
  readonly location: string;
  readonly cause: string;
}

/** Rules of the profile under any of the prefixes (all, if there are none). */
export function selectRules({ rules }: Catalogue, profile: string, prefixes: readonly string[]): readonly Rule[] {
  return rules.filter(({ id, profiles, role }) => role === 'authorization-server' && profiles.includes(profile) && matches(id, prefixes));
}

/** Any prefix of a rule id selects, down to the characters. */
export function matches(id: string, prefixes: readonly string[]): boolean {
  return prefixes.length === 0 || prefixes.some((prefix) => id.startsWith(prefix));
}

export function plan(catalogue: Catalogue, rules: readonly Rule[], given: Circumstances): Plan {
  const planned = rules.map((rule): PlannedRule => {
    const reason = notApplicable(rule, given);
    if (reason) return { rule, reason, locations: [], undecided: [], leftOut: rule.scenarios.length };
    const applicable = rule.scenarios.filter((scenario) => notApplicable(scenario, given) === undefined);
    const open = applicable.flatMap((scenario): UndecidedScenario[] => {
      const cause = undecided(rule, given) ?? undecided(scenario, given);
      return cause === undefined ? [] : [{ location: scenario.location, cause }];
    });
    const [first] = rule.scenarios;
    const whole = applicable.length === 0 && first ? notApplicable(first, given) : undefined;
    return {
      rule,
      ...(whole ? { reason: whole } : {}),
      locations: applicable.map(({ location }) => location).filter((location) => !open.some((scenario) => scenario.location === location)),
      undecided: open,
      leftOut: rule.scenarios.length - applicable.length,
    };
  });
  const locations = new Set(planned.flatMap((entry) => entry.locations));
  const pickles = catalogue.pickles.filter(({ location }) => locations.has(location));
  return {
    rules: planned,
    pickles: [...pickles.filter((pickle) => !ages(pickle) && !locks(pickle)), ...pickles.filter(ages), ...pickles.filter(locks)],
  };
}

/** What the scenario tries could lock an account, so that nothing comes after it. */
export function locks(planned: PlannedPickle): boolean {
  return !ages(planned) && planned.pickle.tags.some(({ name }) => name === '@opt-in');
}

/** Something in the scenario must grow old. */
export function ages({ pickle }: PlannedPickle): boolean {
  return pickle.tags.some(({ name }) => name === '@slow');
}

export interface SampledPlan extends Plan {
  /** Ids of the rules that are run in full, for every client; the others are sampled, for the first. */
  readonly inFull: ReadonlySet<string>;
}

/** The plan with the rules of these ids whole, and of each other rule the first row of every outline and no property. */
export function sampled({ rules, pickles }: Plan, inFull: ReadonlySet<string>): SampledPlan {
  const seen = new Set<string>();
  const chosen = pickles.filter(({ pickle, rule }) => {
    if (inFull.has(rule.id)) return true;
    const scenario = `${rule.id} ${pickle.astNodeIds[0] ?? ''}`;
    if (seen.has(scenario) || pickle.tags.some(({ name }) => name === '@property')) return false;
    seen.add(scenario);
    return true;
  });
  const locations = new Set(chosen.map(({ location }) => location));
  return {
    inFull,
    pickles: chosen,
    rules: rules.map((planned) => ({ ...planned, locations: planned.locations.filter((location) => locations.has(location)) })),
  };
}
