import type { RuleResult, Run, ScenarioResult } from '../support/run/run.js';
import type { Standing } from '../support/verdict/verdict.js';
import { conclude, isDecisive } from './conclusion.js';
import { again } from './replay.js';
import { cut, visible } from './terminal.js';

/** A run as SARIF 2.1.0: a result for each scenario that is not upheld, placed at its line in the feature file. */
export function renderSarif(run: Run): string {
  const { exitCode, sentence } = conclude(run);
  const rules = run.rules.map(({ rule }) => rule);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: run.suite.name,
            semanticVersion: run.suite.version,
            rules: rules.map((rule) => ({
              id: rule.id,
              name: nameOf(rule.id),
              shortDescription: { text: rule.title },
              fullDescription: {
                text: [rule.title, rule.why]
                  .filter((part) => part !== '')
                  .join('. ')
                  .replace('..', '.'),
              },
              help: { text: rule.source },
              defaultConfiguration: {
                level: rule.level === 'must' || rule.level === 'doc' ? 'error' : rule.level === 'should' ? 'warning' : 'note',
              },
              properties: { tags: [rule.level, rule.basis, rule.judges, ...rule.profiles] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: exitCode !== 70,
            exitCode,
            startTimeUtc: run.startedAt,
            toolExecutionNotifications: run.obstacle === undefined ? [] : [{ level: 'error', message: { text: shown(run.obstacle) } }],
          },
        ],
        properties: { conclusion: sentence, seed: run.seed, complete: run.complete },
        results: run.rules.flatMap((result, index) =>
          result.scenarios.filter(({ verdict }) => verdict !== 'upheld').map((scenario) => sarifResult(run, result, scenario, index)),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function sarifResult(run: Run, result: RuleResult, scenario: ScenarioResult, ruleIndex: number): object {
  const { rule } = result;
  const [, uri = scenario.location, line = '1'] = /^(.*):(\d+)$/s.exec(scenario.location) ?? [];
  const found = [
    scenario.expected === undefined ? '' : `Expected ${scenario.expected}.`,
    scenario.received === undefined ? '' : `Received ${scenario.received}.`,
    scenario.reason === undefined ? '' : `Cause: ${scenario.reason}.`,
  ].filter((part) => part !== '');
  return {
    ruleId: rule.id,
    ruleIndex,
    kind: kindOf(scenario.verdict),
    level: levelOf(run, result, scenario),
    message: { text: shown([`${rule.title}: ${scenario.name}.`, ...found].join(' ')) },
    locations: [
      { physicalLocation: { artifactLocation: { uri: encodeURI(visible(uri)) }, region: { startLine: Math.max(1, Number(line)) } } },
    ],
    partialFingerprints: { 'scenario/v1': visible([rule.id, scenario.name, scenario.client ?? ''].join(' | ')).slice(0, 500) },
    ...(result.verdict === 'waived' ? { suppressions: [{ kind: 'external', justification: 'waived by the baseline' }] } : {}),
    properties: {
      verdict: scenario.verdict,
      again: again(run, result),
      ...(scenario.client === undefined ? {} : { client: shown(scenario.client) }),
    },
  };
}

function kindOf(verdict: Standing): 'fail' | 'review' | 'informational' {
  if (verdict === 'inconclusive') return 'review';
  return verdict === 'noted' ? 'informational' : 'fail';
}

/** A level other than `none` goes with the kind `fail` alone (SARIF §3.27.10). */
function levelOf(run: Run, { rule }: RuleResult, { verdict }: ScenarioResult): 'error' | 'warning' | 'none' {
  if (kindOf(verdict) !== 'fail') return 'none';
  if (verdict === 'advisory') return 'warning';
  return isDecisive(rule.level, run.strict) || verdict === 'error' ? 'error' : 'warning';
}

/** `rfc7636/4.6/mismatched-verifier` as SARIF likes a rule's name: `MismatchedVerifier`. */
function nameOf(id: string): string {
  return (id.split('/').at(-1) ?? id).replace(/(^|-)([a-z0-9])/g, (_match, _dash, letter: string) => letter.toUpperCase());
}

function shown(text: string): string {
  return visible(cut(text, 2_000));
}
