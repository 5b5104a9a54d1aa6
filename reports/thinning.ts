import type { RuleResult, Run, ScenarioResult } from '../support/run/run.js';
import type { RedactedExchange } from '../support/wire/redact.js';
import { cut } from './terminal.js';

/** Of each rule the first upheld scenarios keep their last exchanges, the others the one that decided. */
const toldScenarios = 3;
const keptOfTold = 4;
/** Exchanges that no scenario names. */
const keptUnnamed = 50;
/** Characters that all answers together may have before the longest are shortened, and what each keeps at the least. */
const answersInAll = 1_000_000;
const leastOfText = 1_000;
/** Characters of a text that quotes the wire. */
const mostOfFinding = 4_000;

/**
 * The run with what its reports need and no more, so that they can be opened: fewer exchanges of upheld scenarios, those of all
 * others every one; answers shortened only where all together are too long, the longest first.
 */
export function thinned(run: Run): Run {
  const held = new Set(run.exchanges.map(({ n }) => n));
  const rules = run.rules.map((result) => thinnedRule(result, held));
  const numbers = (results: readonly RuleResult[]): ReadonlySet<number> =>
    new Set(results.flatMap(({ scenarios }) => scenarios.flatMap(({ exchanges }) => exchanges)));
  const [named, kept] = [numbers(run.rules), numbers(rules)];
  const unnamed = new Set(run.exchanges.filter(({ n }) => !named.has(n)).slice(0, keptUnnamed));
  return {
    ...run,
    ...(run.obstacle === undefined ? {} : { obstacle: cut(run.obstacle, mostOfFinding) }),
    rules,
    exchanges: shortened(run.exchanges.filter((exchange) => kept.has(exchange.n) || unnamed.has(exchange))),
  };
}

function thinnedRule(result: RuleResult, held: ReadonlySet<number>): RuleResult {
  let told = 0;
  const scenarios = result.scenarios.map((scenario): ScenarioResult => {
    const exchanges = scenario.exchanges.filter((n) => held.has(n));
    if (scenario.verdict !== 'upheld') return { ...scenario, ...findings(scenario), exchanges };
    told += 1;
    return { ...scenario, ...findings(scenario), exchanges: exchanges.slice(told > toldScenarios ? -1 : -keptOfTold) };
  });
  return { ...result, scenarios };
}

function findings({ expected, received, reason }: ScenarioResult): Partial<ScenarioResult> {
  return {
    ...(expected === undefined ? {} : { expected: cut(expected, mostOfFinding) }),
    ...(received === undefined ? {} : { received: cut(received, mostOfFinding) }),
    ...(reason === undefined ? {} : { reason: cut(reason, mostOfFinding) }),
  };
}

function shortened(exchanges: readonly RedactedExchange[]): readonly RedactedExchange[] {
  const lengths = exchanges.flatMap(({ response }) =>
    response === undefined ? [] : [response.body, ...Object.values(response.headers).flat()].map(({ length }) => length),
  );
  const limit = Math.max(leastOfText, levelOf(lengths, answersInAll));
  if (lengths.every((length) => length <= limit)) return exchanges;
  return exchanges.map((exchange) => {
    const { response } = exchange;
    if (response === undefined) return exchange;
    const headers = Object.entries(response.headers).map(([name, value]): [string, string | readonly string[]] => [
      name,
      typeof value === 'string' ? cut(value, limit) : value.map((one) => cut(one, limit)),
    ]);
    return { ...exchange, response: { ...response, headers: Object.fromEntries(headers), body: cut(response.body, limit) } };
  });
}

/** The length to which the longest have to come down for all together to fit. */
function levelOf(lengths: readonly number[], room: number): number {
  let left = room;
  const ascending = lengths.toSorted((a, b) => a - b);
  for (const [index, length] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - index));
    if (length > share) return share;
    left -= length;
  }
  return Infinity;
}
