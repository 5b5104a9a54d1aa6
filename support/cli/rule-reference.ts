import { loadMutant, mutantIds } from '../../mocks/mutants/load.js';
import { catalogue } from '../catalogue/features.js';
import type { PlannedPickle } from '../catalogue/parse.js';
import type { Rule } from '../catalogue/rule.js';
import { mutantsOf } from './list.js';

/** docs/rules.md: every rule with what is sent, what is expected and the fault that proves the check. Markdown. */
export function ruleReference(): string {
  const { rules, pickles } = catalogue();
  const mutants = mutantIds();
  const documents = Map.groupBy(rules, ({ id }) => id.split('/')[0] ?? '');
  const chapters = [...documents].map(([document, own]) => {
    const sections = Map.groupBy(own, ({ id }) => id.split('/').slice(0, 2).join('/'));
    return [
      `## ${document}\n`,
      ...[...sections].flatMap(([section, members]) => [
        `### ${section}\n`,
        ...members.map((rule) =>
          entry(
            rule,
            pickles.filter((planned) => planned.rule === rule),
            mutants,
          ),
        ),
      ]),
    ].join('\n');
  });
  return [
    '# The rules\n',
    'Generated from `features/` and `mocks/mutants/` by `npm run docs`; a test keeps it current.\n',
    `${rules.length} rules: ${[...Map.groupBy(rules, ({ level }) => level)].map(([level, own]) => `${own.length} ${level}`).join(', ')}.`,
    "A rule marked *derived* or *practice* is this project's reading and not a sentence of a standard.\n",
    ...chapters,
  ].join('\n');
}

function entry(rule: Rule, pickles: readonly PlannedPickle[], mutants: readonly string[]): string {
  const { id, title, level, basis, judges, source, profiles, why, excluded, sameAs, conditions } = rule;
  const tags = [`**${level}**`, ...(basis === 'derived' || basis === 'practice' ? [`*${basis}*`] : []), judges, ...conditions];
  const proofs = mutantsOf(id, mutants).map((mutant) => `- Proven by \`${mutant}\`: ${loadMutant(mutant).fault}.`);
  return [
    `#### ${title}\n`,
    `\`${id}\` · ${tags.join(' · ')} · ${source} · in ${profiles.join(', ')}\n`,
    ...(why ? [`${why}\n`] : []),
    ...(excluded === undefined ? [] : [`Excluded: ${excluded}\n`]),
    ...(sameAs === undefined ? [] : [`The same check as \`${sameAs}\`, judged on its own exchanges.\n`]),
    ...scenarios(pickles),
    ...proofs,
    '',
  ].join('\n');
}

/** Rows of one outline are told together. */
function scenarios(pickles: readonly PlannedPickle[]): string[] {
  const byScenario = Map.groupBy(pickles, ({ pickle }) => pickle.astNodeIds[0] ?? '');
  return [...byScenario.values()].flatMap((rows) => {
    const [first] = rows;
    if (!first) return [];
    const of = (type: string): string => first.pickle.steps.flatMap((step) => (String(step.type) === type ? [step.text] : [])).join('; ');
    const sent = of('Action');
    return [
      `- ${first.pickle.name}${rows.length > 1 ? ` (and ${rows.length - 1} more)` : ''}: ${sent ? `${sent} → ` : ''}${of('Outcome')}`,
    ];
  });
}
