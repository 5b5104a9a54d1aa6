import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogue } from '../catalogue/features.js';
import type { LimitMet } from '../wire/rate-limits.js';
import { earlyEnd } from './early-end.js';
import type { RuleResult } from './run.js';

const met: LimitMet = { host: 'as.example:443', status: 429, askedMs: 890_000, requests: 50, tookMs: 10_000, waitedMs: 0 };

/** These rules, none of which came to anything but the first. */
const results: readonly RuleResult[] = catalogue()
  .rules.filter(({ id }) => /^rfc7636\/4\.[46]/.test(id))
  .map((rule, index): RuleResult => {
    const scenarios = rule.scenarios.map(({ name, location }) => ({
      name,
      location,
      verdict: index === 0 ? ('upheld' as const) : ('inconclusive' as const),
      exchanges: [],
      durationMs: 1,
    }));
    return { rule, profile: 'rfc9700', verdict: index === 0 ? 'upheld' : 'inconclusive', scenarios };
  });

test('A run that a limit ended says what came, what was asked, and which rules were left', () => {
  const { obstacle } = earlyEnd(met, results, [3, 4]);
  assert.match(obstacle, /^as\.example:443 answered 429 after 50 requests in 10 s and asks to wait 15 minutes: the run stopped early\./);
  assert.match(obstacle, new RegExp(`${results.length - 1} rules were left: ${results[1]?.rule.id ?? ''}, `));
  assert.doesNotMatch(obstacle, new RegExp(`left:.* ${results[0]?.rule.id ?? ''},`));
  assert.match(obstacle, /and \d+ more$/);
});

test('It says which rate stays within the limit, and how long what was left takes at it', () => {
  const { remedy } = earlyEnd(met, results, [3, 4]);
  const left = results.slice(1).reduce((sum, { scenarios }) => sum + scenarios.length, 0);
  const [, rate = '', hours = ''] = /^--rate (\S+) stays within the limit and takes about (\d+) hours/.exec(remedy) ?? [];
  assert.equal(rate, '0.055', remedy);
  assert.equal(Number(hours), Math.ceil((left * 4) / 0.055 / 3600));
});

test('It names a prefix that fits into what the limit allows, where one does', () => {
  const fitting = earlyEnd({ ...met, requests: 5_000 }, results, [3]);
  const [, prefix = '', cost = ''] = /or judge a part at a time: (\S+) takes about (\d+) requests$/.exec(fitting.remedy) ?? [];
  const scenarios = results.slice(1).filter(({ rule }) => rule.id.startsWith(`${prefix}/`));
  assert.equal(Number(cost), 10 + 3 * scenarios.reduce((sum, result) => sum + result.scenarios.length, 0));
  assert.doesNotMatch(earlyEnd({ ...met, requests: 5 }, results, [3]).remedy, /part at a time/);
});

test('A server that does not say how long is met with another word', () => {
  const { obstacle, remedy } = earlyEnd({ ...met, askedMs: undefined, waitedMs: 3_000 }, results, []);
  assert.match(obstacle, /without saying for how long, after 3 s of waiting/);
  assert.match(remedy, /^lower --rate/);
});
