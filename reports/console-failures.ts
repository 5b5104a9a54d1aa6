import type { RuleResult, Run, ScenarioResult } from '../support/run/run.js';
import { answerLine, requestLine } from './exchanges.js';
import type { Paint } from './paint.js';
import { again, byHand, decisive } from './replay.js';
import { failing, standings } from './standing.js';
import { columns, fit, fold, justify, padEnd, printable, wrap } from './terminal.js';
import { counted } from './words.js';

const indent = 13;

/** A block for every rule that is not well, the gravest first; one for each cause that leaves several rules unjudged. */
export function failureBlocks(run: Run, width: number, paint: Paint): readonly string[] {
  return failing.flatMap((standing) => {
    const results = run.rules.filter(({ verdict }) => verdict === standing);
    if (standing !== 'inconclusive' && standing !== 'error') return results.flatMap((result) => block(run, result, width, paint));
    return [...Map.groupBy(results, cause)].flatMap(([text, alike]) =>
      alike.length > 1 ? sharedCause(standing, text, alike, width, paint) : alike.flatMap((result) => block(run, result, width, paint)),
    );
  });
}

/** Why a rule could not be judged: the first cause among the scenarios that gave it its verdict. */
export function cause({ scenarios, verdict: standing }: RuleResult): string {
  return scenarios.find(({ verdict, reason }) => verdict === standing && reason !== undefined)?.reason ?? 'no cause is known';
}

/** No rule is at fault when nothing could be tried: the way out is the configuration. */
export function mending({ target }: Run): string {
  if (target.role === 'client') return 'let the client complete one plain code flow against the mock, then run it again';
  const argument = target.argument === undefined ? '' : ` --target ${printable(target.argument)}`;
  return `run pkce-conformance doctor${argument}: it walks through configuration, discovery, login and one well-formed request, and says which of them fails`;
}

function sharedCause(
  standing: 'inconclusive' | 'error',
  text: string,
  results: readonly RuleResult[],
  width: number,
  paint: Paint,
): readonly string[] {
  const { mark, tint } = standings[standing];
  const ids = results.map(({ rule }) => printable(rule.id, 200));
  const said = standing === 'error' ? 'the suite itself failed for one cause' : 'inconclusive for one cause';
  return [
    '',
    `${paint(tint, mark)} ${paint('bold', `${counted(results.length, 'rule')}${standing === 'error' ? ':' : ''} ${said}`)}`,
    ...entry('Cause', wrap(printable(text, 600), width - indent)),
    ...entry(
      'Rules',
      [...ids.slice(0, 8), ...(ids.length > 8 ? [`and ${ids.length - 8} more`] : [])].map((id) => fit(id, width - indent)),
    ),
  ];
}

function block(run: Run, result: RuleResult, width: number, paint: Paint): readonly string[] {
  const { rule, verdict, scenarios } = result;
  const { mark, tint } = standings[verdict];
  const id = printable(rule.id, 200);
  const tags = [rule.level, ...(rule.basis === 'derived' || rule.basis === 'practice' ? [rule.basis] : []), rule.judges].join(' · ');
  const fits = columns(mark) + 1 + columns(id) + 2 + columns(tags) <= width;
  const heading = fits ? justify(`${mark} ${id}`, tags, width).slice(columns(mark) + 1 + id.length) : '';
  const bad = scenarios.filter((scenario) => scenario.verdict === verdict);
  const [first, ...others] = bad;
  return [
    '',
    `${paint(tint, mark)} ${paint('bold', fit(id, width - 2))}${heading}`,
    ...(fits ? [] : [`  ${tags}`]),
    ...titled(rule.title, rule.source, width),
    ...(first ? scenarioLines(first, width) : []),
    ...(rule.why === '' ? [] : entry('Why', wrap(printable(rule.why, 1_000), width - indent))),
    ...(first ? wire(run, result, first, width, paint) : []),
    ...also(others, width),
    ...entry('Again', [printable(again(run, result))]),
    ...(first ? handwork(run, result, first) : []),
  ];
}

function titled(title: string, source: string, width: number): readonly string[] {
  const text = printable(title, 300);
  const from = printable(source, 300);
  if (columns(text) + columns(from) + 5 <= width) return [`  ${text}   ${from}`];
  return [...wrap(text, width - 2), ...wrap(from, width - 2)].map((line) => `  ${line}`);
}

function scenarioLines(
  { name, location, client, expected, received, reason, counterexample }: ScenarioResult,
  width: number,
): readonly string[] {
  const room = width - indent;
  const said = client === undefined ? printable(name, 300) : `${printable(name, 300)} [${printable(client, 60)}]`;
  const place = printable(location, 200);
  const beside = columns(said) + 3 + columns(place) <= room;
  return [
    ...entry('Scenario', beside ? [`${said}   ${place}`] : [...wrap(said, room), place]),
    ...(expected === undefined ? [] : entry('Expected', wrap(printable(expected, 600), room))),
    ...(received === undefined ? [] : entry('Received', wrap(printable(received, 600), room))),
    ...(reason === undefined ? [] : entry('Cause', wrap(printable(reason, 600), room))),
    ...(counterexample === undefined
      ? []
      : entry('Found by', [
          ...wrap(printable(counterexample.value, 300), room),
          ...wrap(
            `seed ${counterexample.seed}, path ${printable(counterexample.path, 60)}, after ${counted(counterexample.runs, 'input')} and ${counted(counterexample.shrinks, 'shrink')}`,
            room,
          ),
        ])),
  ];
}

function wire(run: Run, result: RuleResult, scenario: ScenarioResult, width: number, paint: Paint): readonly string[] {
  const { shown, earlier } = decisive(run, result, scenario);
  const exchanges = shown.flatMap(({ request, copies }) => [
    ...arrow('->', copies.length === 1 ? requestLine(request) : `${copies.length} x ${requestLine(request)}`, width),
    ...answers(copies.map((copy) => answerLine(copy))).flatMap((line) => arrow('<-', line, width)),
  ]);
  return earlier === 0 ? exchanges : [`  ${paint('dim', `${counted(earlier, 'earlier exchange')} in the report`)}`, ...exchanges];
}

function arrow(sign: '->' | '<-', text: string, width: number): readonly string[] {
  return fold(text, width - 5, 4).map((line, index) => `  ${index === 0 ? sign : '  '} ${line}`);
}

/** Of copies sent at once: every kind of answer, at most four. */
function answers(lines: readonly string[]): readonly string[] {
  const kinds = [...Map.groupBy(lines, (line) => line.replace(/^(\d+ {2})\d+ ms/, '$1'))];
  return kinds.slice(0, 4).map(([, alike]) => (alike.length === 1 ? (alike[0] ?? '') : `${alike.length} x ${alike[0] ?? ''}`));
}

function also(others: readonly ScenarioResult[], width: number): readonly string[] {
  if (others.length === 0) return [];
  const lines = others.slice(0, 5).map(({ name, client, received, reason }) => {
    const said = [printable(name, 200), ...(client === undefined ? [] : [`[${printable(client, 60)}]`])].join(' ');
    const came = received ?? reason;
    return fit(came === undefined ? said : `${said}: ${printable(came, 200)}`, width - indent);
  });
  return entry('Also', others.length > 5 ? [...lines, `and ${counted(others.length - 5, 'more scenario')}`] : lines);
}

function handwork(run: Run, result: RuleResult, scenario: ScenarioResult): readonly string[] {
  return entry(
    'By hand',
    byHand(run, result, scenario).flatMap((command, index) => `${index + 1}  ${command}`.split('\n')),
  );
}

function entry(label: string, lines: readonly string[]): readonly string[] {
  return lines.map((line, index) => `  ${padEnd(index === 0 ? label : '', indent - 2)}${line}`);
}
