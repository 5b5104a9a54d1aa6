import type { RuleResult, Run } from '../support/run/run.js';
import { conclude } from './conclusion.js';
import { cause } from './console-failures.js';
import { byDocument } from './documents.js';
import { codeSpan, markdown } from './escape.js';
import { again } from './replay.js';
import { failing, standings } from './standing.js';
import { cut } from './terminal.js';
import { duration, sentence } from './words.js';

/** A run as the summary of a CI job or a pull request: the judgement, a table of documents, what is not well. */
export function renderMarkdown(run: Run): string {
  const { headline, sentence: told, scenarios } = conclude(run);
  const lines = [
    `## ${headline}`,
    '',
    `${markdown(sentence(told))}.`,
    '',
    ...(run.obstacle === undefined ? [] : [`> ${markdown(cut(sentence(run.obstacle), 2_000))}`, '']),
    `${markdown(cut(run.target.name, 200))}${run.target.issuer === undefined ? '' : `, ${codeSpan(cut(run.target.issuer, 300))}`}: ${scenarios} scenarios in ${duration(run.durationMs)}, seed ${run.seed}, ${markdown(`${run.suite.name} ${run.suite.version}`)}${run.complete ? '' : ', a part of the catalogue'}`,
    '',
    ...documentTable(run),
    ...failing.flatMap((standing) => failures(run, standing)),
    ...aside(run),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function documentTable(run: Run): readonly string[] {
  const used = Object.entries(standings).filter(([standing]) => run.rules.some(({ verdict }) => verdict === standing));
  if (used.length === 0) return [];
  const rows = byDocument(run.rules).map(({ name, title, sections }) => {
    const results = sections.flatMap((section) => section.results);
    const counts = used.map(([standing]) => String(results.filter(({ verdict }) => verdict === standing).length || ''));
    return `| ${[markdown([name, title].filter((part) => part !== '').join('  ')), ...counts].join(' | ')} |`;
  });
  return [
    `| Document | ${used.map(([, { mark, word }]) => `${mark} ${word}`).join(' | ')} |`,
    `| --- |${' ---: |'.repeat(used.length)}`,
    ...rows,
    '',
  ];
}

function failures(run: Run, standing: RuleResult['verdict']): readonly string[] {
  const results = run.rules.filter(({ verdict }) => verdict === standing);
  if (results.length === 0) return [];
  const { mark, word } = standings[standing];
  const heading = [`### ${mark} ${sentence(word)}`, ''];
  if (standing !== 'inconclusive') return [...heading, ...results.flatMap((result) => failure(run, result)), ''];
  const causes = [...Map.groupBy(results, cause)].flatMap(([text, alike]) => [
    `- ${markdown(cut(text, 600))}`,
    ...alike.slice(0, 20).map(({ rule }) => `  - ${codeSpan(rule.id)} (${rule.level})`),
    ...(alike.length > 20 ? [`  - and ${alike.length - 20} more`] : []),
  ]);
  return [...heading, ...causes, ''];
}

function failure(run: Run, result: RuleResult): readonly string[] {
  const { rule, verdict, scenarios } = result;
  const first = scenarios.find((scenario) => scenario.verdict === verdict);
  const tags = [rule.level, ...(rule.basis === 'derived' || rule.basis === 'practice' ? [rule.basis] : [])].join(', ');
  const said = (label: string, text: string | undefined): readonly string[] =>
    text === undefined ? [] : [`  - ${label}: ${markdown(cut(text, 600))}`];
  return [
    `- **${markdown(rule.title)}** (${tags}; ${markdown(rule.source)}) ${codeSpan(rule.id)}`,
    ...said('Scenario', first?.name),
    ...said('Expected', first?.expected),
    ...said('Received', first?.received),
    ...said('Cause', first?.reason),
    `  - Again: ${codeSpan(again(run, result))}`,
  ];
}

function aside(run: Run): readonly string[] {
  const results = run.rules.filter(({ verdict }) => verdict === 'not-applicable');
  if (results.length === 0) return [];
  const reasons = [
    ...Map.groupBy(results, ({ rule, reason }) =>
      rule.excluded === undefined ? (reason?.text ?? 'no reason is known') : 'not observable from outside',
    ),
  ];
  return [
    `<details><summary>${results.length} not applicable</summary>`,
    '',
    ...reasons.flatMap(([text, alike]) => [`- ${markdown(cut(text, 400))}`, ...alike.map(({ rule }) => `  - ${codeSpan(rule.id)}`)]),
    '',
    '</details>',
  ];
}
