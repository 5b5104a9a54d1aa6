import { catalogue } from '../catalogue/features.js';
import type { Rule } from '../catalogue/rule.js';
import { matches } from '../run/plan.js';
import { mutantIds } from '../../mocks/mutants/load.js';
import { knownPrefixes } from './selection.js';

/** Prints the rules under the prefixes, for people or as JSON. */
export function list(prefixes: readonly string[], { json }: { json: boolean }): number {
  const rules = catalogue().rules.filter(({ id }) => matches(id, knownPrefixes(prefixes)));
  const mutants = mutantIds();
  if (json) {
    process.stdout.write(`${JSON.stringify({ schemaVersion: 1, rules: rules.map((rule) => listed(rule, mutants)) }, null, 2)}\n`);
    return 0;
  }
  const width = Math.max(...rules.map(({ id }) => id.length));
  const lines = rules.map(({ id, level, title }) => `${level.padEnd(6)} ${id.padEnd(width)}  ${title}`);
  process.stdout.write(`${[...lines, `${rules.length} rules`].join('\n')}\n`);
  return 0;
}

/** A rule as `list --json` and `explain --json` give it. */
export function listed(rule: Rule, mutants: readonly string[]): Record<string, unknown> {
  const { id, title, level, basis, judges, source, profiles, scenarios, excluded, sameAs } = rule;
  const [mutant] = mutantsOf(id, mutants);
  return {
    id,
    title,
    level,
    basis,
    judges,
    source,
    profiles,
    scenarios: scenarios.length,
    ...(excluded === undefined ? {} : { excluded }),
    ...(sameAs === undefined ? {} : { sameAs }),
    ...(mutant === undefined ? {} : { mutant }),
  };
}

/** The mutants of a rule: named by its id, with `+variant` behind it where there are several. */
export function mutantsOf(ruleId: string, mutants: readonly string[]): readonly string[] {
  return mutants.filter((mutant) => mutant === ruleId || mutant.startsWith(`${ruleId}+`));
}
