import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderBadge } from './badge.js';
import { matchesGolden } from './golden.js';
import { conformantRun, hostileText, inconclusiveRun, violatingRun } from './sample-run.js';

test('the badge of each outcome reads as agreed', (context) => {
  matchesGolden(context, 'badge-conformant.svg', renderBadge(conformantRun));
  matchesGolden(context, 'badge-violating.svg', renderBadge(violatingRun));
  matchesGolden(context, 'badge-inconclusive.svg', renderBadge(inconclusiveRun));
});

test('a badge never says more than the run: the headline stands in it, and its denominator', () => {
  const words = (run: typeof conformantRun): string => /<title>(.*)<\/title>/.exec(renderBadge(run))?.[1] ?? '';
  assert.equal(words(conformantRun), 'PKCE rfc9700: conformant · 4/5');
  assert.equal(words({ ...conformantRun, complete: false }), 'PKCE rfc9700: conformant in the rules run · 4/5');
  assert.equal(words(violatingRun), 'PKCE rfc9700: not conformant · 2/8');
  assert.equal(words(inconclusiveRun), 'PKCE rfc9700: inconclusive');
  assert.equal(words({ ...conformantRun, rules: [] }), 'PKCE rfc9700: inconclusive');
  assert.match(words({ ...conformantRun, profiles: [] }), /^PKCE conformance: /);
});

test('nothing in it runs or is fetched', () => {
  const text = renderBadge({ ...conformantRun, profiles: [{ name: hostileText, conformant: true }] });
  assert.deepEqual([...new Set([...text.matchAll(/<([a-zA-Z]+)/g)].map(([, name]) => name))].sort(), [
    'clipPath',
    'g',
    'rect',
    'svg',
    'text',
    'title',
  ]);
  assert.doesNotMatch(text.replaceAll('\n', ''), /href|script>|[\p{Cc}\p{Cf}]|url\((?!#r\))/u);
});
