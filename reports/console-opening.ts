import type { RuleResult, Run } from '../support/run/run.js';
import { conclude, decisivelyInconclusive } from './conclusion.js';
import { cause, mending } from './console-failures.js';
import type { Paint } from './paint.js';
import { columns, fit, padEnd, printable, wrap } from './terminal.js';

/** What is wrong, before anything else is told: the breaches that show most often, then what kept the target from being judged. */
export function opening(run: Run, width: number, paint: Paint): readonly string[] {
  return [...breaches(run, width, paint), ...obstacle(run, width, paint)];
}

/** Rules named at the top; the tally names them all. */
const most = 5;

function breaches(run: Run, width: number, paint: Paint): readonly string[] {
  const { outcome, headline, ground } = conclude(run);
  if (outcome === 'not-conformant') {
    const broken = run.rules.filter(({ verdict }) => verdict === 'violated').toSorted((one, other) => breadth(other) - breadth(one));
    return told(headline, ground, broken, width, paint);
  }
  if (outcome !== 'not-judged' || run.obstacle !== undefined) return [];
  const open = decisivelyInconclusive(run);
  return open.length === 0 ? [] : told(headline, ground, open, width, paint);
}

/** In how many scenarios a rule is broken. */
function breadth({ scenarios }: RuleResult): number {
  return scenarios.filter(({ verdict }) => verdict === 'violated').length;
}

function told(headline: string, ground: string, results: readonly RuleResult[], width: number, paint: Paint): readonly string[] {
  const shown = results.slice(0, most);
  const ids = shown.map(({ rule }) => printable(rule.id, 200));
  const column = Math.max(...ids.map(columns)) + 2;
  const [first = '', ...rest] = wrap(printable(ground), width - columns(headline) - 3);
  return [
    `${paint('bold', paint('red', headline))}   ${first}`,
    ...rest.map((line) => ' '.repeat(columns(headline) + 3) + line),
    ...shown.map((result, index) => fit(`  ${padEnd(ids[index] ?? '', column)}${findingOf(result)}`, width)),
    ...(results.length > most ? [`  and ${results.length - most} more`] : []),
    '',
  ];
}

function findingOf(result: RuleResult): string {
  const received = result.scenarios.find((scenario) => scenario.verdict === result.verdict)?.received;
  return printable(received ?? cause(result), 300);
}

function obstacle(run: Run, width: number, paint: Paint): readonly string[] {
  if (run.obstacle === undefined) return [];
  const [first = '', ...rest] = wrap(printable(run.obstacle), width - 15);
  return [
    `${paint('bold', paint('red', 'CANNOT JUDGE'))}   ${first}`,
    ...rest.map((line) => ' '.repeat(15) + line),
    ...wrap(run.remedy === undefined ? mending(run) : printable(run.remedy), width - 15).map((line, index) =>
      index === 0 ? `${paint('bold', 'To mend')}        ${line}` : ' '.repeat(15) + line,
    ),
    '',
  ];
}
