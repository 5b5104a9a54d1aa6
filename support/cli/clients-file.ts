import { readFile } from 'node:fs/promises';
import { isNode, LineCounter, parseDocument, type Document } from 'yaml';
import type { ClientEntry, WrongMockOption } from '../../mocks/index.js';
import { shown } from '../target/fault.js';
import { UsageError } from './usage-error.js';

/** The clients of a file for the mock, YAML or JSON, and the way back from what is wrong with one to where it stands. */
export interface ClientsFile {
  /** As they stand; the mock checks them. */
  readonly clients: readonly ClientEntry[];
  /** What the mock refused of them, with file, line and column. */
  refusal(wrong: WrongMockOption): UsageError;
}

/** Throws UsageError where the file cannot be read, or is neither YAML nor JSON. */
export async function readClientsFile(file: string): Promise<ClientsFile> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new UsageError(`--clients ${file}: cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}).`);
  });
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `--clients ${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };
  const [broken] = document.errors;
  if (broken !== undefined) throw new UsageError(`${at(broken.pos[0])}: is neither YAML nor JSON (${broken.message}).`);
  return {
    clients: valueOf(document, file) as readonly ClientEntry[],
    refusal: ({ option, expected, found }) =>
      new UsageError(
        `${at(offsetOf(document, option))}: ${option}: expected is ${expected}${option === 'clients' ? aboutFile(found) : ''}.`,
      ),
  };
}

/** Completes what is expected of the file as a whole. */
function aboutFile(found: unknown): string {
  const what = found === null || found === undefined ? 'nothing' : shown(found, true);
  return `, found is ${what}. Write for example:\n- { client_id: my-app, redirect_uris: [https://app.example/callback] }\nMore clients are further lines like it`;
}

/** Aliases that grow without bound are refused by the parser here, and not before. */
function valueOf(document: Document.Parsed, file: string): unknown {
  try {
    return document.toJS();
  } catch (error) {
    throw new UsageError(`--clients ${file}: cannot be taken apart (${error instanceof Error ? error.message : String(error)}).`);
  }
}

/** Where `clients[1].redirect_uris[0]` stands; of what is not there, what should hold it. */
function offsetOf(document: Document.Parsed, option: string): number {
  const path = [...option.matchAll(/\[(\d+)\]|\.([^.[]+)/g)].map(([, index, name]) => (index === undefined ? name : Number(index)));
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
