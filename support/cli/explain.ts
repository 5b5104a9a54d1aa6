import { catalogue } from '../catalogue/features.js';
import { matches } from '../run/plan.js';
import { loadMutant, mutantIds } from '../../mocks/mutants/load.js';
import { listed, mutantsOf } from './list.js';
import { nearestId } from './selection.js';
import { UsageError } from './usage-error.js';

/** Prints one rule: what it says and why, what is sent, and the fault that proves the check. */
export function explain(id: string, { json }: { json: boolean }): number {
  const { rules, pickles } = catalogue();
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) {
    const ids = rules.map((candidate) => candidate.id);
    const under = ids.filter((one) => matches(one, [id])).length;
    if (under > 0)
      throw new UsageError(
        `${id}: ${under} ${under === 1 ? 'rule begins' : 'rules begin'} so, and one is told at a time. pkce-conformance list ${id} names them.`,
      );
    const near = nearestId(id, ids);
    throw new UsageError(`${id}: there is no such rule.${near === undefined ? '' : ` The nearest is ${near}.`}`);
  }
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
