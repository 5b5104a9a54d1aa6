import type { RuleResult, Run } from '../support/run/run.js';
import { conclude, decisivelyInconclusive } from './conclusion.js';
import { cause } from './console-failures.js';
import { again } from './replay.js';
import { cut, visible } from './terminal.js';
import { counted } from './words.js';

/** GitHub shows ten of each kind for a step and drops the others without a word. */
const mostOfKind = 9;

/**
 * What is not well, as workflow commands that GitHub turns into annotations, a line each; empty where all is well. They stand at
 * the target file where there is one, since that is in the repository, and at the feature otherwise.
 */
export function renderAnnotations(run: Run): string {
  const { outcome, sentence } = conclude(run);
  const violated = run.rules.filter(({ verdict }) => verdict === 'violated');
  const errors = [
    ...(run.obstacle === undefined ? [] : [annotation('error', placeOf(run), 'The target could not be judged', run.obstacle)]),
    ...violated.map((result) => annotation('error', placeOf(run, result), result.rule.id, told(run, result))),
    ...(run.gate?.findings ?? [])
      .filter(({ kind }) => kind !== 'new')
      .map(({ kind, rule, text }) =>
        annotation('error', { file: run.gate?.baseline ?? '' }, `${kind}: ${rule}`, text ?? 'the baseline says otherwise'),
      ),
  ];
  const causes = Map.groupBy(run.obstacle === undefined ? decisivelyInconclusive(run) : [], cause);
  const warnings = [
    ...[...causes].map(([text, alike]) =>
      annotation('warning', placeOf(run, alike[0]), `${counted(alike.length, 'rule')} inconclusive`, text),
    ),
    ...run.rules
      .filter(({ verdict }) => verdict === 'advisory')
      .map((result) => annotation('warning', placeOf(run, result), result.rule.id, told(run, result))),
  ];
  const lines = [errors, warnings].flatMap((kind) => kind.slice(0, mostOfKind));
  const left = errors.length + warnings.length - lines.length;
  return [
    ...lines,
    ...(left === 0 ? [] : [annotation('notice', {}, 'pkce-conformance', `${sentence}; ${left} more are in the report`)]),
    ...(outcome === 'suite-error' ? [annotation('error', {}, 'pkce-conformance', sentence)] : []),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

interface Place {
  readonly file?: string;
  readonly line?: number;
}

function placeOf({ target: { argument } }: Run, result?: RuleResult): Place {
  if (argument !== undefined && !/^https?:/i.test(argument)) return { file: argument, line: 1 };
  return result === undefined ? {} : { file: result.rule.feature.file, line: result.rule.feature.line };
}

function told(run: Run, result: RuleResult): string {
  const found = result.scenarios.find(({ verdict }) => verdict === result.verdict);
  return [
    `${result.rule.title} (${result.rule.source}).`,
    `Expected ${found?.expected ?? 'otherwise'}, received ${cut(found?.received ?? 'nothing', 300)}.`,
    `Again: ${again(run, result)}`,
  ].join('\n');
}

function annotation(kind: 'error' | 'warning' | 'notice', { file, line }: Place, title: string, message: string): string {
  const properties = [
    ...(file === undefined || file === '' ? [] : [`file=${property(file)}`]),
    ...(line === undefined ? [] : [`line=${line}`]),
    `title=${property(title)}`,
  ];
  return `::${kind} ${properties.join(',')}::${data(message)}`;
}

function property(text: string): string {
  return escaped(visible(cut(text, 200)))
    .replaceAll(':', '%3A')
    .replaceAll(',', '%2C');
}

function data(text: string): string {
  return escaped(visible(cut(text, 1_500), '\n'));
}

/** As the runner undoes it: nothing else ends a command. */
function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
