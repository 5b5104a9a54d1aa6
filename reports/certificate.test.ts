import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { toCertificate } from './certificate.js';
import { matchesGolden } from './golden.js';
import { sampleExchange, sampleResult, sampleRule } from './sample-rule.js';
import { conformantRun, hostileRun, inconclusiveRun, violatingRun } from './sample-run.js';

const schema = JSON.parse(readFileSync(new URL('certificate.schema.json', import.meta.url), 'utf8')) as object;
const valid = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, strictTypes: false, allErrors: true }).compile(
  schema,
);

test('the certificate of every kind of run is valid', () => {
  for (const run of [conformantRun, violatingRun, inconclusiveRun, hostileRun]) {
    assert.ok(valid(JSON.parse(JSON.stringify(toCertificate(run)))), JSON.stringify(valid.errors, null, 1).slice(0, 2_000));
  }
});

test('members, names and order are those of schema version 1', (context) => {
  matchesGolden(context, 'certificate-violating.json', `${JSON.stringify(toCertificate(violatingRun), null, 2)}\n`);
});

test('a mutilated certificate is not valid', () => {
  const { ageing: _optional, ...whole } = toCertificate(violatingRun);
  const members = Object.keys(whole) as (keyof typeof whole)[];
  for (const member of members) {
    const { [member]: _gone, ...rest } = whole;
    assert.ok(!valid(rest), `without ${member}`);
  }
  const [rule] = whole.rules;
  const [exchange] = whole.exchanges;
  const mutilated: Readonly<Record<string, unknown>> = {
    'another version': { ...whole, schemaVersion: 2 },
    'an unknown verdict': { ...whole, rules: [{ ...rule, verdict: 'passed' }] },
    'a rule id of two parts': { ...whole, rules: [{ ...rule, id: 'rfc7636/4.6' }] },
    'not applicable for no reason': { ...whole, rules: [{ ...rule, verdict: 'not-applicable' }] },
    'upheld by no scenario': { ...whole, rules: [{ ...rule, scenarios: [] }] },
    'a negative count': { ...whole, summary: { ...whole.summary, upheld: -1 } },
    'a seed of 33 bits': { ...whole, seed: 2 ** 32 },
    'conformant with violations': { ...whole, conformant: true },
    'an answer and a failure': { ...whole, exchanges: [{ ...exchange, failure: 'timeout' }] },
    'a local time': { ...whole, startedAt: '2026-11-22T09:30:00+01:00' },
  };
  for (const [what, certificate] of Object.entries(mutilated)) assert.ok(!valid(certificate), what);
});

test('a later version may add members', () => {
  const whole = toCertificate(conformantRun);
  assert.ok(
    valid({ ...whole, later: 1, target: { ...whole.target, later: [] }, rules: whole.rules.map((rule) => ({ ...rule, later: {} })) }),
  );
});

test('the exchanges of upheld scenarios are thinned, those of all others whole, and no number leads nowhere', () => {
  const exchanges = Array.from({ length: 200 }, (_, index) => sampleExchange(index + 1, 200, '{}'));
  const numbers = (from: number, to: number): number[] => exchanges.slice(from - 1, to).map(({ n }) => n);
  const run = {
    ...violatingRun,
    rules: [
      sampleResult(sampleRule('rfc7636/4.6/matching-verifier', 'Upheld'), ['upheld'], { exchanges: numbers(1, 40) }),
      sampleResult(sampleRule('rfc7636/4.6/mismatched-verifier', 'Violated'), ['violated'], { exchanges: [...numbers(41, 80), 999] }),
    ],
    exchanges,
  };
  const certificate = toCertificate(run);
  const held = new Set(certificate.exchanges.map(({ n }) => n));
  assert.deepEqual(certificate.rules[0]?.scenarios[0]?.exchanges, [37, 38, 39, 40]);
  assert.deepEqual(certificate.rules[1]?.scenarios[0]?.exchanges, numbers(41, 80));
  assert.equal(certificate.exchanges.length, 4 + 40 + 50);
  for (const { scenarios } of certificate.rules)
    for (const n of scenarios.flatMap((scenario) => scenario.exchanges)) assert.ok(held.has(n));
});
