import { randomUUID } from 'node:crypto';
import { appendFile } from 'node:fs/promises';
import { renderAnnotations } from '../../reports/annotations.js';
import { renderMarkdown } from '../../reports/markdown.js';
import type { Run } from '../run/run.js';

/** GitHub takes no larger step summary. */
const mostOfSummary = 1_000_000;

/**
 * A report on the log of GitHub Actions, where a line that begins with `::` is a command: none in the report is, for it may quote
 * what a server sent.
 */
export function withoutCommands(report: string, environment: NodeJS.ProcessEnv): string {
  if (environment['GITHUB_ACTIONS'] !== 'true') return report;
  const word = randomUUID();
  return `::stop-commands::${word}\n${report}::${word}::\n`;
}

/** In GitHub Actions: annotations for what is not well, on stderr, and the summary of the step. */
export async function tellActions(run: Run, environment: NodeJS.ProcessEnv): Promise<void> {
  const { GITHUB_ACTIONS, GITHUB_STEP_SUMMARY } = environment;
  if (GITHUB_ACTIONS === 'true') process.stderr.write(renderAnnotations(run));
  if (GITHUB_STEP_SUMMARY === undefined || GITHUB_STEP_SUMMARY === '') return;
  const summary = `${renderMarkdown(run)}\n`;
  const fits = Buffer.byteLength(summary) <= mostOfSummary;
  await appendFile(
    GITHUB_STEP_SUMMARY,
    fits ? summary : 'The summary is too large for this page; summary.md in the report holds it.\n',
  ).catch((error: Error) => process.stderr.write(`GITHUB_STEP_SUMMARY cannot be written: ${error.message}\n`));
}
