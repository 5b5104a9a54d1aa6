import { catalogue } from '../../support/catalogue/features.js';
import type { Rule } from '../../support/catalogue/rule.js';
import type { RuleResult } from '../../support/run/run.js';
import type { Standing } from '../../support/verdict/verdict.js';
import { judgedInThread } from './matrix-in-thread.js';
import { loadMutant, mutantIds } from './load.js';

/** What the rules of a profile found of one mock: their verdicts, by rule id. */
export type Verdicts = ReadonlyMap<string, RuleResult>;

/** One mutant before the rules of its profile. */
export interface Trial {
  /** `<rule id>` or `<rule id>+<variant>`. */
  readonly mutant: string;
  readonly breaks: readonly string[];
  /** The rules that found it out. */
  readonly killedBy: readonly string[];
  /** Rules that the suite itself failed on, with the reason. */
  readonly errors: readonly string[];
  readonly milliseconds: number;
}

/** Judges a mock with these mutants by every rule of the profile. With `inFull` the rules of other ids are only sampled. */
export async function verdictsOf(profile: string, mutants: readonly string[], inFull?: ReadonlySet<string>): Promise<Verdicts> {
  const rules = await judgedInThread({ profile, mutants, ...(inFull === undefined ? {} : { inFull }) });
  return new Map(rules.map((result) => [result.rule.id, result]));
}

/** Sends the mutant through the rules of the profile; `baseline` is what they found of the correct mock. */
export async function trial(profile: string, mutant: string, baseline: Verdicts, depth: 'whole' | 'sampled' = 'whole'): Promise<Trial> {
  const began = performance.now();
  const verdicts = await verdictsOf(profile, [mutant], depth === 'sampled' ? new Set(loadMutant(mutant).breaks) : undefined);
  const results = [...verdicts.values()];
  return {
    mutant,
    breaks: loadMutant(mutant).breaks,
    killedBy: results.filter((result) => killed(result, baseline.get(result.rule.id)?.verdict)).map(({ rule }) => rule.id),
    errors: results
      .filter(({ verdict }) => verdict === 'error')
      .map(({ rule, scenarios }) => `${rule.id}: ${scenarios.find(({ verdict }) => verdict === 'error')?.reason ?? ''}`),
    milliseconds: performance.now() - began,
  };
}

/** A rule that could not be tested has killed nothing; one that only notes kills by a broken scenario, or by noting otherwise than for the correct mock. */
function killed({ rule, verdict, scenarios }: RuleResult, before: Standing | undefined): boolean {
  if (verdict === 'violated' || verdict === 'advisory') return true;
  if (scenarios.some(({ expected }) => expected !== undefined)) return true;
  return rule.level === 'may' && verdict !== before && (verdict === 'noted' || verdict === 'upheld');
}

/** The rules of a profile that a server can break. */
export function rulesOf(profile: string): readonly Rule[] {
  return catalogue().rules.filter(
    ({ role, profiles, excluded }) => role === 'authorization-server' && profiles.includes(profile) && excluded === undefined,
  );
}

/** The mutants of the rules of a profile. */
export function mutantsOf(profile: string): readonly string[] {
  const ids = new Set(rulesOf(profile).map(({ id }) => id));
  return mutantIds().filter((mutant) => ids.has(ruleOf(mutant)));
}

/** The rule that a mutant is named for. */
export function ruleOf(mutant: string): string {
  return mutant.split('+', 1)[0] ?? '';
}

/** The matrix as text: each rule with the mutants that it killed, its own by their variants. */
export function told(title: string, rules: readonly Rule[], trials: readonly Trial[]): string {
  const rows = rules.map(({ id }) => {
    const killers = trials.filter(({ killedBy }) => killedBy.includes(id)).map(({ mutant }) => mutant);
    const own = killers.filter((mutant) => ruleOf(mutant) === id).map((mutant) => mutant.slice(id.length) || '=');
    const others = killers.filter((mutant) => ruleOf(mutant) !== id);
    return `  ${id.padEnd(72)} ${[...own, ...others].join(' ')}`;
  });
  const seconds = trials.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  return [`${title}: ${rows.length} rules, ${trials.length} mutants, ${seconds.toFixed(1)} s`, ...rows].join('\n');
}
