import { access, constants, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toCertificate } from '../../reports/certificate.js';
import { renderHtml } from '../../reports/html.js';
import { renderJunit } from '../../reports/junit.js';
import { renderMarkdown } from '../../reports/markdown.js';
import { renderSarif } from '../../reports/sarif.js';
import { suite } from '../package-root.js';
import type { Run } from '../run/run.js';
import { har } from '../wire/har.js';
import { UsageError } from './usage-error.js';

/** Makes the folder before anything is sent, so that no run is lost for want of a place to put it. Throws UsageError. */
export async function reportFolder(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
    await access(directory, constants.W_OK);
  } catch (error) {
    throw new UsageError(
      `--report ${directory}: nothing can be written there (${error instanceof Error ? error.message : 'unknown reason'}).`,
    );
  }
}

/** Writes a run, already redacted, in every form. */
export async function writeReports(
  directory: string,
  run: Run,
  messages: readonly string[],
  commandLine: readonly string[],
): Promise<void> {
  const files: Readonly<Record<string, string>> = {
    'certificate.json': `${JSON.stringify(toCertificate(run), null, 2)}\n`,
    'index.html': renderHtml(run, { commandLine: ['pkce-conformance', ...commandLine].join(' ') }),
    'junit.xml': renderJunit(run),
    'messages.ndjson': messages.join(''),
    'transcript.har': `${JSON.stringify(har(run.exchanges, suite))}\n`,
    'results.sarif': renderSarif(run),
    'summary.md': renderMarkdown(run),
  };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(directory, name), text)));
}
