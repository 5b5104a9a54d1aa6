import type { RuleResult, Run, ScenarioResult } from '../support/run/run.js';
import { conclude, isDecisive } from './conclusion.js';
import { documentOf, nameOf } from './documents.js';
import { xml, xmlAttribute } from './escape.js';
import { answerLine, requestLine } from './exchanges.js';
import { again, decisive } from './replay.js';
import { cut } from './terminal.js';

type Outcome = 'passed' | 'failure' | 'error' | 'skipped';

interface Case {
  readonly rule: RuleResult;
  readonly name: string;
  readonly location: string;
  readonly seconds: number;
  readonly outcome: Outcome;
  readonly message: string;
  readonly text: string;
}

/**
 * A run as JUnit XML: a test suite for each feature, a test case for each scenario. A violation is a failure; a failure of the
 * suite itself and an inconclusive rule that keeps the target from being judged are errors; what is not applicable, waived or
 * inconclusive without consequence is skipped; an advisory passes and says so in its output.
 */
export function renderJunit(run: Run): string {
  const suites = [...Map.groupBy(run.rules, ({ rule }) => `${documentOf(rule.id)}\0${rule.feature.name}`)].map(([key, results]) => {
    const [document = '', feature = ''] = key.split('\0');
    return suite(`${nameOf(document).name}: ${feature}`, run, numbered(results.flatMap((result) => cases(run, result))));
  });
  const all = [...obstacleSuite(run), ...suites];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xmlAttribute(`${run.suite.name} ${run.suite.version}`)}" ${counts(all.flatMap((each) => each.cases))} time="${seconds(run.durationMs)}">`,
    ...all.flatMap((each) => each.lines),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Suite {
  readonly lines: readonly string[];
  readonly cases: readonly { readonly outcome: Outcome }[];
}

function suite(name: string, run: Run, all: readonly Case[]): Suite {
  const time = all.reduce((sum, each) => sum + each.seconds, 0);
  return {
    cases: all,
    lines: [
      `  <testsuite name="${xmlAttribute(name)}" ${counts(all)} time="${time.toFixed(3)}" timestamp="${xmlAttribute(run.startedAt.replace(/\.\d+Z$/, ''))}">`,
      ...all.flatMap(caseLines),
      '  </testsuite>',
    ],
  };
}

/** A server that could not be judged at all must not look like an empty, green run. */
function obstacleSuite(run: Run): readonly Suite[] {
  if (run.obstacle === undefined) return [];
  const message = xmlAttribute(cut(run.obstacle, 2_000));
  return [
    {
      cases: [{ outcome: 'error' }],
      lines: [
        `  <testsuite name="The target" tests="1" failures="0" errors="1" skipped="0" time="0.000">`,
        `    <testcase name="The target can be judged" classname="${xmlAttribute(run.suite.name)}" time="0.000">`,
        `      <error type="obstacle" message="${message}">${xml(conclude(run).sentence)}</error>`,
        '    </testcase>',
        '  </testsuite>',
      ],
    },
  ];
}

function counts(all: readonly { readonly outcome: Outcome }[]): string {
  const tally = (outcome: Outcome): number => all.filter((each) => each.outcome === outcome).length;
  return `tests="${all.length}" failures="${tally('failure')}" errors="${tally('error')}" skipped="${tally('skipped')}"`;
}

function cases(run: Run, result: RuleResult): readonly Case[] {
  const { rule, verdict, reason, scenarios } = result;
  if (scenarios.length > 0) return scenarios.map((scenario) => scenarioCase(run, result, scenario));
  const text = rule.excluded === undefined ? (reason?.text ?? `no scenario was run: ${verdict}`) : `not observable: ${rule.excluded}`;
  const outcome = verdict === 'not-applicable' || verdict === 'waived' ? 'skipped' : outcomeOf(run, result, verdict);
  return [
    { rule: result, name: rule.title, location: `${rule.feature.file}:${rule.feature.line}`, seconds: 0, outcome, message: text, text: '' },
  ];
}

function scenarioCase(run: Run, result: RuleResult, scenario: ScenarioResult): Case {
  const { name, client, location, verdict, durationMs, expected, received, reason } = scenario;
  const outcome = result.verdict === 'waived' && verdict !== 'upheld' && verdict !== 'noted' ? 'skipped' : outcomeOf(run, result, verdict);
  const found = [expected === undefined ? '' : `expected ${expected}`, received === undefined ? '' : `received ${received}`]
    .filter((part) => part !== '')
    .join('; ');
  const message = [result.verdict === 'waived' && outcome === 'skipped' ? 'waived by the baseline' : '', found, reason ?? '']
    .filter((part) => part !== '')
    .join(': ');
  return {
    rule: result,
    name: client === undefined ? name : `${name} [${client}]`,
    location,
    seconds: durationMs / 1_000,
    outcome,
    message: message === '' ? verdict : message,
    text: verdict === 'upheld' ? '' : details(run, result, scenario),
  };
}

function outcomeOf(run: Run, { rule }: RuleResult, verdict: RuleResult['verdict']): Outcome {
  if (verdict === 'violated') return 'failure';
  if (verdict === 'error') return 'error';
  if (verdict === 'inconclusive') return isDecisive(rule.level, run.strict) ? 'error' : 'skipped';
  return 'passed';
}

function details(run: Run, result: RuleResult, scenario: ScenarioResult): string {
  const { rule } = result;
  const exchanges = decisive(run, result, scenario).shown.flatMap(({ copies }) =>
    copies.slice(0, 4).flatMap((copy) => [`-> ${requestLine(copy)}`, `<- ${answerLine(copy)}`]),
  );
  return [`${rule.title} (${rule.source})`, rule.why, ...exchanges, `Again: ${again(run, result)}`]
    .filter((line) => line !== '')
    .join('\n');
}

/** Test cases of one rule that bear the same name are told apart by the line that they stand on, then by number. */
function numbered(all: readonly Case[]): readonly Case[] {
  const seen = new Map<string, number>();
  const repeated = new Set([...Map.groupBy(all, identity)].filter(([, alike]) => alike.length > 1).map(([key]) => key));
  return all.map((each) => {
    const name = repeated.has(identity(each)) ? `${each.name} (line ${each.location.split(':').at(-1) ?? '?'})` : each.name;
    const key = identity({ ...each, name });
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? { ...each, name } : { ...each, name: `${name} #${before + 1}` };
  });
}

function identity({ rule, name }: Case): string {
  return `${rule.rule.id}\0${name}`;
}

function caseLines({ rule, name, location, seconds: time, outcome, message, text }: Case): readonly string[] {
  const [, file = location, line = '0'] = /^(.*):(\d+)$/s.exec(location) ?? [];
  const open = `    <testcase name="${xmlAttribute(cut(name, 500))}" classname="${xmlAttribute(rule.rule.id)}" file="${xmlAttribute(file)}" line="${line}" time="${time.toFixed(3)}"`;
  const said = xmlAttribute(cut(message, 2_000));
  const body = xml(cut(text, 8_000));
  if (outcome === 'passed' && text === '') return [`${open}/>`];
  const inner =
    outcome === 'passed'
      ? `<system-out>${[said, body].join('\n')}</system-out>`
      : outcome === 'skipped'
        ? `<skipped message="${said}"/>`
        : `<${outcome} type="${rule.verdict}" message="${said}">${body}</${outcome}>`;
  return [`${open}>`, `      ${inner}`, '    </testcase>'];
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(3);
}
