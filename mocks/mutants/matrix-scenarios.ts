import { catalogue } from '../../support/catalogue/features.js';
import type { Rule, ScenarioOfRule } from '../../support/catalogue/rule.js';
import type { RuleResult, ScenarioResult } from '../../support/run/run.js';
import { profilesOf } from '../authorization-server/mutant.js';
import { profiles, type Profile } from '../authorization-server/profile.js';
import { loadMutant, mutantIds } from './load.js';
import { judgedOnAllCores } from './matrix-in-thread.js';
import type { Question } from './matrix-judge.js';

/** Inputs of the properties of a mutant's own rule: a story of codes takes five of them, and few stories meet a fault. */
const runsOfItsOwn = 250;

/** A scenario, or one row of an outline, with the rule it is of. */
export interface ScenarioOfServer {
  readonly rule: Rule;
  readonly scenario: ScenarioOfRule;
}

/** What the mutants say of the scenarios for servers. */
export interface ScenarioCensus {
  readonly mutants: number;
  readonly scenarios: number;
  /** Broken by no mutant, and the feature does not say why they stay. */
  readonly unneeded: readonly ScenarioOfServer[];
  /** Broken by no mutant; the feature says why they stay. */
  readonly staying: readonly ScenarioOfServer[];
  /** The feature says why they stay although no mutant breaks them, and one does. */
  readonly outdated: readonly ScenarioOfServer[];
}

/** Tries every mutant by the rules that it breaks, in full and in each profile that has them, and counts which scenarios they need. */
export async function scenarioCensus(): Promise<ScenarioCensus> {
  const mutants = mutantIds();
  const questions = [...profiles.map((profile): Question => ({ profile, mutants: [] })), ...mutants.flatMap(questionsAbout)];
  const answers = await judgedOnAllCores(questions);
  const correct = new Map(profiles.map((profile, index) => [profile as string, standings(answers[index] ?? [])]));
  const broken = new Set(
    answers.flatMap((results, index) => brokenBy(results, correct.get(questions[index]?.profile ?? '') ?? new Map<string, string>())),
  );
  const all = catalogue().rules.flatMap((rule) =>
    rule.role === 'authorization-server' ? rule.scenarios.map((scenario): ScenarioOfServer => ({ rule, scenario })) : [],
  );
  const isBroken = ({ scenario }: ScenarioOfServer): boolean => broken.has(scenario.location);
  return {
    mutants: mutants.length,
    scenarios: all.length,
    unneeded: all.filter((each) => !isBroken(each) && each.scenario.stays === undefined),
    staying: all.filter((each) => !isBroken(each) && each.scenario.stays !== undefined),
    outdated: all.filter((each) => isBroken(each) && each.scenario.stays !== undefined),
  };
}

/** The census as text. */
export function toldCensus({ mutants, scenarios, unneeded, staying, outdated }: ScenarioCensus): string {
  const line = ({ rule, scenario }: ScenarioOfServer, reason = ''): string =>
    `  ${scenario.location}  ${rule.id}: ${scenario.name}${reason}`;
  return [
    `${scenarios} scenarios, ${mutants} mutants: ${scenarios - unneeded.length - staying.length} scenarios are broken by a mutant`,
    `${staying.length} that no mutant breaks stay, and their feature says why`,
    ...staying.map((each) => line(each, `\n      ${each.scenario.stays ?? ''}`)),
    `${unneeded.length} that no mutant needs${unneeded.length === 0 ? '' : ': give each the fault that it is for, remove it, or say above it why it stays (# Stays: …)'}`,
    ...unneeded.map((each) => line(each)),
    ...(outdated.length === 0 ? [] : [`${outdated.length} that say why they stay although a mutant breaks them: take the comment away`]),
    ...outdated.map((each) => line(each)),
  ].join('\n');
}

function questionsAbout(mutant: string): readonly Question[] {
  const { breaks } = loadMutant(mutant);
  const rules = catalogue().rules.filter(({ id }) => breaks.includes(id));
  const told = rules.find(({ id }) => id === breaks[0])?.scenarios.some(({ property }) => property) === true;
  return profilesOf(breaks[0] ?? '').flatMap((profile: Profile) => {
    const prefixes = rules.filter((rule) => rule.profiles.includes(profile)).map(({ id }) => id);
    return prefixes.length === 0 ? [] : [{ profile, mutants: [mutant], prefixes, ...(told ? { runs: runsOfItsOwn } : {}) }];
  });
}

/** A scenario that notes is broken by a mutant for which it notes otherwise than for the correct mock. */
function brokenBy(results: readonly RuleResult[], correct: ReadonlyMap<string, string>): readonly string[] {
  return results.flatMap(({ rule, scenarios }) =>
    scenarios.flatMap((scenario) => {
      const notesOtherwise = rule.level === 'may' && isTold(scenario) && correct.get(nameOf(scenario)) !== scenario.verdict;
      return scenario.expected !== undefined || notesOtherwise ? [scenario.location] : [];
    }),
  );
}

function standings(results: readonly RuleResult[]): ReadonlyMap<string, string> {
  return new Map(results.flatMap(({ scenarios }) => scenarios.map((scenario) => [nameOf(scenario), scenario.verdict])));
}

const isTold = ({ verdict }: ScenarioResult): boolean => verdict === 'noted' || verdict === 'upheld';

const nameOf = ({ location, client = '' }: ScenarioResult): string => `${location} ${client}`;
