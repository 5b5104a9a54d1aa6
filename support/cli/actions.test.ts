import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { renderMarkdown } from '../../reports/markdown.js';
import { conformantRun } from '../../reports/sample-run.js';
import { tellActions, withoutCommands } from './actions.js';

test('in GitHub Actions no line of the report is a command, and the word that ends this cannot be guessed', () => {
  const report = 'Received\n  ::error::x\n';
  const told = withoutCommands(report, { GITHUB_ACTIONS: 'true' });
  const [, word] = /^::stop-commands::([\w-]{36})\n/.exec(told) ?? [];
  assert.equal(told, `::stop-commands::${word}\n${report}::${word}::\n`);
  assert.notEqual(told, withoutCommands(report, { GITHUB_ACTIONS: 'true' }));
  assert.equal(withoutCommands(report, { GITHUB_ACTIONS: 'false' }), report);
});

test('the summary of the step is added to what stands there, and to nothing where there is no such file', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pkce-conformance-actions-'));
  try {
    const file = join(folder, 'summary.md');
    await writeFile(file, 'before\n');
    await tellActions(conformantRun, { GITHUB_STEP_SUMMARY: file });
    await tellActions(conformantRun, {});
    assert.equal(await readFile(file, 'utf8'), `before\n${renderMarkdown(conformantRun)}\n`);
  } finally {
    await rm(folder, { recursive: true });
  }
});
