import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { TargetDraft } from './draft.js';
import type { TargetFault } from './fault.js';
import { parseTarget, type ParsedTarget, type ParseOptions } from './parse.js';

const MOST_OCTETS = 4_000_000;

/** Reads a target file. Paths within it are taken from where it stands; a file that cannot be read is a fault like any other. */
export async function readTarget(path: string, options: Omit<ParseOptions, 'file'>): Promise<ParsedTarget> {
  const text = await textOf(path);
  if (typeof text !== 'string') return { faults: [text] };
  const parsed = parseTarget(text, { ...options, file: path });
  return 'target' in parsed ? { ...parsed, target: fromFolder(parsed.target, dirname(path)) } : parsed;
}

async function textOf(path: string): Promise<string | TargetFault> {
  try {
    const about = await stat(path);
    if (about.isDirectory()) return unreadable(path, 'is a directory', 'Name the file in it.');
    if (about.size > MOST_OCTETS) return unreadable(path, `holds ${about.size} octets`, 'Look whether this is the file you meant.');
    return await readFile(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return code === 'ENOENT'
      ? unreadable(path, 'does not exist', 'Look at the path, or begin one with: pkce-conformance init URL')
      : unreadable(path, `cannot be read (${code})`, 'Look at its permissions.');
  }
}

function unreadable(file: string, found: string, mend: string): TargetFault {
  return {
    file,
    line: 0,
    column: 0,
    key: '',
    found,
    expected: '--target takes a target file, YAML or JSON, or the URL of an issuer',
    mend,
  };
}

function fromFolder(draft: TargetDraft, folder: string): TargetDraft {
  const { ca_file, login } = draft;
  return {
    ...draft,
    ...(ca_file === undefined ? {} : { ca_file: resolve(folder, ca_file) }),
    login: login.module === undefined ? login : { ...login, module: resolve(folder, login.module) },
  };
}
