import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv } from 'ajv';
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

/** The schema is of draft 4: for what it uses, draft 7 differs in how it names itself alone. */
const {
  $schema: _draft,
  id: _id,
  ...schema
} = JSON.parse(
  readFileSync(new URL('../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', import.meta.url), 'utf8'),
) as Readonly<Record<string, unknown>>;
const valid = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(schema);

test('the SARIF of every kind of run is valid SARIF 2.1.0', () => {
  for (const run of [conformantRun, violatingRun, inconclusiveRun, hostileRun]) {
    assert.ok(valid(JSON.parse(renderSarif(run))), JSON.stringify(valid.errors, null, 1)?.slice(0, 2_000));
  }
  assert.ok(!valid({ ...(JSON.parse(renderSarif(violatingRun)) as object), version: '2.0.0' }));
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
