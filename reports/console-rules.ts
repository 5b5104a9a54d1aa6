import type { RuleResult, Run } from '../support/run/run.js';
import { byDocument } from './documents.js';
import type { Paint } from './paint.js';
import { standings } from './standing.js';
import { columns, justify, printable, wrap } from './terminal.js';

const indent = 15;

/** Every rule in a line: its mark, its level, its title, whose reading it is, and how many of its scenarios are upheld. */
export function ruleList(run: Run, width: number, paint: Paint): readonly string[] {
  return byDocument(run.rules).flatMap(({ name, title, sections }) => [
    paint('bold', [name, title].filter((part) => part !== '').join('  ')),
    ...sections.flatMap((section) => [
      `  ${[printable(section.id, 60), printable(section.title, 100)].filter((part) => part !== '').join('  ')}`,
      ...section.results.flatMap((result) => ruleLines(result, width, paint)),
    ]),
  ]);
}

function ruleLines(result: RuleResult, width: number, paint: Paint): readonly string[] {
  const { rule, verdict } = result;
  const { mark, tint } = standings[verdict];
  const [first = '', ...rest] = wrap(printable(rule.title, 300), width - indent - columns(rightOf(result)) - 2);
  const plain = justify(' '.repeat(indent) + first, rightOf(result), width);
  const faded = verdict === 'not-applicable' ? paint('dim', plain.slice(indent)) : plain.slice(indent);
  return [
    `    ${paint(tint, mark)} ${rule.level.padEnd(9)}${faded}`,
    ...rest.map((line) => ' '.repeat(indent) + line),
    ...remarks(result)
      .flatMap((remark) => wrap(remark, width - indent))
      .map((line) => ' '.repeat(indent) + paint('dim', line)),
  ];
}

/** `derived  5/6`: the tag of what is our reading, and the share upheld. */
function rightOf({ rule, scenarios }: RuleResult): string {
  const tag = rule.basis === 'derived' || rule.basis === 'practice' ? rule.basis : '';
  const upheld = scenarios.filter(({ verdict }) => verdict === 'upheld').length;
  return [tag, ...(scenarios.length === 0 ? [] : [`${upheld}/${scenarios.length}`.padStart(5)])].filter((part) => part !== '').join('  ');
}

function remarks({ rule, verdict, reason, scenarios }: RuleResult): readonly string[] {
  if (verdict === 'not-applicable')
    return [
      rule.excluded === undefined
        ? `not applicable: ${printable(reason?.text ?? 'no reason is known', 300)}`
        : `not observable: ${printable(rule.excluded, 300)}`,
    ];
  if (verdict === 'noted') {
    const found = scenarios.find((scenario) => scenario.verdict === 'noted');
    const text = found?.received ?? found?.reason;
    return text === undefined ? [] : [`noted: ${printable(text, 300)}`];
  }
  if (verdict === 'upheld')
    return [...new Set(scenarios.flatMap((scenario) => (scenario.reason === undefined ? [] : [printable(scenario.reason, 300)])))].slice(
      0,
      2,
    );
  return [];
}
