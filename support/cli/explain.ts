import { catalogue } from '../catalogue/features.js';
import type { Rule } from '../catalogue/rule.js';
import { matches } from '../run/plan.js';
import { loadMutant, mutantIds } from '../../mocks/mutants/load.js';
import { listed, mutantsOf } from './list.js';
import { nearestId } from './selection.js';
import { UsageError } from './usage-error.js';

/** Prints one rule, by its id or by a prefix that it alone has: what it says and why, what is sent, and the fault that proves the check. */
export function explain(prefix: string, { json }: { json: boolean }): number {
  const { pickles } = catalogue();
  const rule = onlyRule(prefix);
  const { id } = rule;
  const all = mutantIds();
  const mutants = mutantsOf(id, all).map((mutant) => ({ id: mutant, ...loadMutant(mutant) }));
  const scenarios = pickles
    .filter((planned) => planned.rule.id === id)
    .map(({ pickle, location }) => ({ name: pickle.name, location, steps: pickle.steps.map(({ text }) => text) }));
  if (json) {
    const told = {
      ...listed(rule, all),
      why: rule.why,
      feature: rule.feature,
      scenarios,
      mutants: mutants.map(({ id: name, fault, breaks }) => ({ id: name, fault, breaks })),
    };
    process.stdout.write(`${JSON.stringify(told, null, 2)}\n`);
    return 0;
  }
  const lines = [
    `${rule.id}   ${rule.level}${rule.basis === 'derived' || rule.basis === 'practice' ? ` · ${rule.basis}` : ''} · ${rule.judges}`,
    `  ${rule.title}   ${rule.source}`,
    ...(rule.why ? ['', `  ${rule.why}`] : []),
    ...(rule.excluded === undefined ? [] : ['', `  Excluded: ${rule.excluded}`]),
    ...(rule.sameAs === undefined ? [] : ['', `  The same check as ${rule.sameAs}, judged on its own exchanges.`]),
    '',
    `  In profile ${rule.profiles.join(', ')}; stated in ${rule.feature.file}:${rule.feature.line}`,
    ...scenarios.flatMap(({ name, location, steps }) => ['', `  ${name}   ${location}`, ...steps.map((step) => `    ${step}`)]),
    ...mutants.flatMap(({ id: name, fault }) => ['', `  Proven by ${name}: ${fault}`]),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

/** The rule of that id, or the only one that begins so. Throws UsageError where there is none, or are several. */
function onlyRule(prefix: string): Rule {
  const { rules } = catalogue();
  const under = rules.filter(({ id }) => matches(id, [prefix]));
  const rule = rules.find(({ id }) => id === prefix) ?? (under.length === 1 ? under[0] : undefined);
  if (rule !== undefined) return rule;
  if (under.length > 0)
    throw new UsageError(
      `${prefix}: ${under.length} rules begin so, and one is told at a time. pkce-conformance list ${prefix} names them.`,
    );
  const near = nearestId(
    prefix,
    rules.map(({ id }) => id),
  );
  throw new UsageError(`${prefix}: there is no such rule.${near === undefined ? '' : ` The nearest is ${near}.`}`);
}
