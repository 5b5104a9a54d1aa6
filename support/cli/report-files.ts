import { existsSync } from 'node:fs';
import { access, constants, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { renderBadge } from '../../reports/badge.js';
import { toCertificate } from '../../reports/certificate.js';
import { renderEarl } from '../../reports/earl.js';
import { renderHtml } from '../../reports/html.js';
import { jsonPieces } from '../../reports/json-pieces.js';
import { renderJunit } from '../../reports/junit.js';
import { renderMarkdown } from '../../reports/markdown.js';
import { renderSarif } from '../../reports/sarif.js';
import { suite } from '../package-root.js';
import type { Run } from '../run/run.js';
import { harPieces } from '../wire/har.js';
import { collectGarbage } from './memory.js';
import { detachedSignature } from './signature.js';
import type { SigningKey } from './signing-key.js';
import { UsageError } from './usage-error.js';

const fileNames = [
  'certificate.json',
  'index.html',
  'junit.xml',
  'messages.ndjson',
  'transcript.har',
  'results.sarif',
  'summary.md',
  'earl.jsonld',
  'badge.svg',
] as const;

/** Beside the certificate, where it was signed. */
const signatureName = 'certificate.json.jws';

/** Makes the folder before anything is sent, so that no run is lost for want of a place to put it. Throws UsageError. */
export async function reportFolder(directory: string): Promise<void> {
  try {
    await make(resolve(directory));
    await access(directory, constants.W_OK);
  } catch (error) {
    throw new UsageError(
      `--report ${directory}: nothing can be written there (${error instanceof Error ? error.message : 'unknown reason'}).`,
    );
  }
  for (const name of fileNames) {
    const known = await stat(join(directory, name)).catch(() => undefined);
    if (known?.isDirectory())
      throw new UsageError(`--report ${directory}: ${name} is a folder there, and a report has to be written in its place.`);
  }
}

/** Whether a report stands there, as an earlier run has left it. */
export function holdsReport(directory: string): boolean {
  return fileNames.some((name) => existsSync(join(directory, name)));
}

/** Folder by folder: where a file system refuses them without saying so, as /proc does, the recursive mkdir never ends. */
async function make(folder: string): Promise<void> {
  const known = await stat(folder).catch(() => undefined);
  if (known?.isDirectory()) return;
  if (dirname(folder) !== folder) await make(dirname(folder));
  await mkdir(folder);
}

/**
 * Writes a run, already redacted, in every form, cucumber's messages only where there are any: one after another, as each is as
 * large as all that the run remembers. What an earlier run signed there does not stay.
 */
export async function writeReports(
  directory: string,
  run: Run,
  messages: Iterable<string> | undefined,
  signing: SigningKey | undefined,
): Promise<void> {
  const files: Readonly<Partial<Record<(typeof fileNames)[number], () => string | Iterable<string>>>> = {
    'index.html': () => renderHtml(run),
    'junit.xml': () => renderJunit(run),
    ...(messages === undefined ? {} : { 'messages.ndjson': () => inChunks(messages) }),
    'transcript.har': () => inChunks(lined(harPieces(run.exchanges, suite))),
    'results.sarif': () => renderSarif(run),
    'summary.md': () => renderMarkdown(run),
    'earl.jsonld': () => renderEarl(run),
    'badge.svg': () => renderBadge(run),
  };
  await rm(join(directory, signatureName), { force: true });
  await writeCertificate(directory, run, signing);
  for (const [name, render] of Object.entries(files)) {
    await writeFile(join(directory, name), render());
    collectGarbage();
  }
}

async function writeCertificate(directory: string, run: Run, signing: SigningKey | undefined): Promise<void> {
  const path = join(directory, 'certificate.json');
  await writeFile(path, inChunks(lined(jsonPieces(toCertificate(run)))));
  if (signing === undefined) return;
  const octets = await readFile(path);
  await writeFile(join(directory, signatureName), `${await detachedSignature(octets, signing)}\n`);
}

function* lined(pieces: Iterable<string>): Generator<string> {
  yield* pieces;
  yield '\n';
}

const chunk = 65_536;

/** The same text in fewer pieces: each is a call to the system. */
function* inChunks(lines: Iterable<string>): Generator<string> {
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length < chunk) continue;
    yield text;
    text = '';
  }
  yield text;
}
