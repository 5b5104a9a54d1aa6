import type { Run } from '../support/run/run.js';
import { sampleExchange, sampleResult, sampleRule } from './sample-rule.js';
import { violatingRun } from './sample-run.js';

/** A run of `rules` rules with ten exchanges each, every tenth rule violated; for tests of size. */
export function largeRun(rules: number): Run {
  const body = JSON.stringify({ error: 'invalid_grant', error_description: 'x'.repeat(300) });
  return {
    ...violatingRun,
    rules: Array.from({ length: rules }, (_, at) => {
      const rule = sampleRule(`rfc7636/4.${at % 12}/rule-${at}`, `A rule that is one of many, number ${at}`);
      const result = sampleResult(
        rule,
        Array.from({ length: 5 }, () => (at % 10 === 0 ? ('violated' as const) : ('upheld' as const))),
        {
          expected: 'no access token',
          received: 'a token was issued with status 200',
        },
      );
      const scenarios = result.scenarios.map((scenario, nth) => ({
        ...scenario,
        exchanges: [10 * at + 2 * nth + 1, 10 * at + 2 * nth + 2],
      }));
      return { ...result, scenarios };
    }),
    exchanges: Array.from({ length: 10 * rules }, (_, at) => sampleExchange(at + 1, 400, body)),
  };
}
