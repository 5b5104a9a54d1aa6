import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesGolden } from './golden.js';
import { conformantRun, hostileRun, inconclusiveRun, violatingRun } from './sample-run.js';
import { renderSarif } from './sarif.js';

interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly kind: string;
      readonly level: string;
      readonly message: { readonly text: string };
    }[];
    readonly invocations: readonly { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly object[] }[];
  }[];
}

test('the SARIF of a run with violations reads as agreed', (context) => {
  matchesGolden(context, 'results-violating.sarif', renderSarif(violatingRun));
});

test('every result names its rule, and a level other than none goes with a failure', () => {
  for (const run of [conformantRun, violatingRun, inconclusiveRun, hostileRun]) {
    const [told] = (JSON.parse(renderSarif(run)) as Log).runs;
    assert.ok(told);
    for (const { ruleId, ruleIndex, kind, level, message } of told.results) {
      assert.equal(told.tool.driver.rules[ruleIndex]?.id, ruleId);
      assert.equal(level === 'none', kind !== 'fail');
      assert.doesNotMatch(message.text, /[\p{Cc}\p{Cf}\p{Cs}]/u);
    }
  }
});

test('an obstacle is a notification, not silence', () => {
  const [told] = (JSON.parse(renderSarif(inconclusiveRun)) as Log).runs;
  assert.equal(told?.invocations[0]?.toolExecutionNotifications.length, 1);
});
