import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { matchesGolden } from './golden.js';
import { renderHtml } from './html.js';
import { script, scriptDigest } from './html-script.js';
import { style, styleDigest } from './html-style.js';
import { conformantRun, hostileRun, inconclusiveRun, violatingRun } from './sample-run.js';

const runs = { conformant: conformantRun, violating: violatingRun, inconclusive: inconclusiveRun, hostile: hostileRun };

test('the page of a run with violations reads as agreed', (context) => {
  matchesGolden(context, 'report-violating.html', renderHtml(violatingRun));
});

test('nothing is fetched from anywhere', () => {
  for (const run of Object.values(runs)) {
    const text = renderHtml(run);
    assert.equal(text.split('<link rel="icon" href="data:image/svg+xml,').length, 2);
    assert.ok(!/<(img|iframe|object|embed|base|form)\b|<[^>]*\ssrc=|@import|url\(|<link rel="(?!icon")/i.test(text));
    for (const [, href] of text.replace(/<link[^>]*>/, '').matchAll(/\shref="([^"]*)"/g)) assert.match(href ?? '', /^#/);
  }
});

test('the policy of the page lets its own style and script through, and nothing else', () => {
  const digest = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
  assert.equal(styleDigest, digest(style));
  assert.equal(scriptDigest, digest(script));
  assert.match(renderHtml(hostileRun), /content="default-src 'none'; img-src data:; style-src 'sha256-[^']+'; script-src 'sha256-[^']+';/);
});

test('whatever a server sent, the page holds no markup of its making', () => {
  const text = renderHtml(hostileRun);
  assert.equal(text.split('<script').length - 1, 1);
  assert.doesNotMatch(text, /<img|onerror='|href="javascript/);
  assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  assert.ok(text.length < 150_000, `${text.length}`);
});

test('elements are closed in the order in which they were opened', () => {
  const empty = new Set(['meta', 'link', 'br', 'wbr', 'input', 'rect', 'line', '!doctype']);
  for (const [name, run] of Object.entries(runs)) {
    const open: string[] = [];
    const body = renderHtml(run).replace(/<(style|script)>[\s\S]*?<\/\1>/g, '');
    for (const [, slash, tag = ''] of body.matchAll(/<(\/?)([!a-z][a-z0-9]*)\b[^>]*>/g)) {
      if (empty.has(tag)) continue;
      if (slash === '') open.push(tag);
      else assert.equal(open.pop(), tag, name);
    }
    assert.deepEqual(open, [], name);
  }
});

test('every rule is an anchor, once, and every link within the page leads somewhere', () => {
  for (const run of Object.values(runs)) {
    const text = renderHtml(run);
    const ids = [...text.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const { rule } of run.rules) assert.ok(ids.includes(rule.id), rule.id);
    for (const [, goal] of text.matchAll(/href="#([^"]*)"/g)) assert.ok(ids.includes(goal), goal);
  }
});

test('violations stand open and what is upheld is closed', () => {
  const text = renderHtml(violatingRun);
  assert.match(text, /<article class="rule violated"[^>]*>\n<details open>/);
  assert.doesNotMatch(text, /<article class="rule upheld"[^>]*>\n<details open>/);
});

test('the headline is a sentence with its denominator, never a percentage', () => {
  const text = renderHtml(violatingRun).replace(/<style>[\s\S]*?<\/style>/, '');
  assert.match(text, /2 of 8 rules run are upheld; one must and one doc rule are broken\./);
  assert.doesNotMatch(text, /\d\s?%(?!\d)/);
});
