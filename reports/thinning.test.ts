import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCertificate } from './certificate.js';
import { sampleExchange, sampleResult, sampleRule } from './sample-rule.js';
import { conformantRun, hostileRun, inconclusiveRun, violatingRun } from './sample-run.js';
import { thinned } from './thinning.js';

const exchanges = Array.from({ length: 200 }, (_, index) => sampleExchange(index + 1, 200, '{}'));
const numbers = (from: number, to: number): number[] => exchanges.slice(from - 1, to).map(({ n }) => n);

test('upheld scenarios keep the exchanges that decided, all others every one, and no number leads nowhere', () => {
  const upheld = sampleResult(
    sampleRule('rfc7636/4.6/matching-verifier', 'Upheld'),
    Array.from({ length: 5 }, () => 'upheld' as const),
  );
  const run = thinned({
    ...violatingRun,
    rules: [
      { ...upheld, scenarios: upheld.scenarios.map((scenario, at) => ({ ...scenario, exchanges: numbers(8 * at + 1, 8 * at + 8) })) },
      sampleResult(sampleRule('rfc7636/4.6/mismatched-verifier', 'Violated'), ['violated'], { exchanges: [...numbers(41, 80), 999] }),
    ],
    exchanges,
  });
  const of = (rule: number): readonly (readonly number[])[] => run.rules[rule]?.scenarios.map((scenario) => scenario.exchanges) ?? [];
  assert.deepEqual(of(0), [numbers(5, 8), numbers(13, 16), numbers(21, 24), [32], [40]]);
  assert.deepEqual(of(1), [numbers(41, 80)]);
  assert.equal(run.exchanges.length, 14 + 40 + 50);
  const held = new Set(run.exchanges.map(({ n }) => n));
  for (const n of [...of(0), ...of(1)].flat()) assert.ok(held.has(n));
});

test('answers stay as they are while all together are not too long', () => {
  for (const run of [conformantRun, violatingRun, inconclusiveRun]) assert.deepEqual(thinned(run).exchanges, run.exchanges);
});

test('answers that are too long together are shortened, the longest first, and stay long enough to be evidence', () => {
  const long = exchanges.map((exchange, at) => ({
    ...exchange,
    response: {
      status: 200,
      headers: { 'x-long': 'h'.repeat(16_000), link: ['l'.repeat(16_000)] },
      body: `${at}`.padEnd(16_384, 'b'),
      ms: 1,
    },
  }));
  const rules = [sampleResult(sampleRule('rfc7636/4.6/mismatched-verifier', 'Violated'), ['violated'], { exchanges: numbers(1, 200) })];
  const run = thinned({ ...violatingRun, rules, exchanges: [...long, sampleExchange(201, 400, '{"error":"invalid_grant"}')] });
  const [first] = run.exchanges;
  assert.ok(JSON.stringify(toCertificate(run)).length < 1_500_000);
  assert.match(first?.response?.body ?? '', /^0b{1599,}… \(1\d+ more characters\)$/);
  assert.deepEqual(Object.keys(first?.response?.headers ?? {}), ['x-long', 'link']);
  assert.equal(run.exchanges.at(-1)?.response?.body, '{"error":"invalid_grant"}');
});

test('what is said of a scenario is shortened too', () => {
  const received = thinned(hostileRun).rules.flatMap(({ scenarios }) => scenarios.flatMap((scenario) => scenario.received ?? []));
  assert.ok(received.length > 0 && received.every(({ length }) => length < 4_100));
});
