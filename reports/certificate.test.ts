import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { toCertificate } from './certificate.js';
import { matchesGolden } from './golden.js';
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
  const { ageing: _optional, provenance, ...whole } = toCertificate(violatingRun);
  assert.ok(provenance && valid(whole));
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
    'a digest that is none': { ...whole, provenance: { ...provenance, digests: { ...provenance.digests, features: 'AB' } } },
    'a local time': { ...whole, startedAt: '2026-11-22T09:30:00+01:00' },
  };
  for (const [what, certificate] of Object.entries(mutilated)) assert.ok(!valid(certificate), what);
});

test('a capability that could not be found out is neither true nor false', () => {
  const unheard = { name: 'iss', value: false, by: 'probe', undecided: 'the line is dead' } as const;
  const certificate = toCertificate({ ...inconclusiveRun, capabilities: [unheard] });
  assert.deepEqual(certificate.capabilities, [{ ...unheard, value: 'undecided' }]);
  assert.ok(valid(JSON.parse(JSON.stringify(certificate))));
});

test('a later version may add members', () => {
  const whole = toCertificate(conformantRun);
  assert.ok(
    valid({ ...whole, later: 1, target: { ...whole.target, later: [] }, rules: whole.rules.map((rule) => ({ ...rule, later: {} })) }),
  );
});
