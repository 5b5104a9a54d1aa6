import assert from 'node:assert/strict';
import { test } from 'node:test';
import { matchesGolden } from './golden.js';
import { renderMarkdown } from './markdown.js';
import { conformantRun, hostileRun, inconclusiveRun, violatingRun } from './sample-run.js';

test('the summary of each outcome reads as agreed', (context) => {
  matchesGolden(context, 'summary-conformant.md', renderMarkdown(conformantRun));
  matchesGolden(context, 'summary-violating.md', renderMarkdown(violatingRun));
  matchesGolden(context, 'summary-inconclusive.md', renderMarkdown(inconclusiveRun));
});

test('whatever a server sent, the summary holds no markup, link or mention of its making', () => {
  const text = renderMarkdown(hostileRun);
  const outsideCode = text.replace(/`[^`\n]*`/g, '');
  assert.doesNotMatch(outsideCode, /<(?!\/?details>|\/?summary>)[a-z!/]/i);
  assert.doesNotMatch(outsideCode, /(?<!\\)\]\(|(?<!\\)!\[/);
  assert.doesNotMatch(text.replaceAll('\n', ''), /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  assert.ok(text.length < 10_000);
});
