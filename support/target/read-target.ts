import { readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { TargetDraft } from './draft.js';
import { quoted, type TargetFault } from './fault.js';
import type { Places } from './places.js';
import { privateKeyIn } from './private-key.js';
import type { RegisteredClient } from './target.js';
import { parseTarget, type ParsedTarget, type ParseOptions } from './parse.js';

const MOST_OCTETS = 4_000_000;

/** Reads a target file. Paths within it are taken from where it stands; a file that cannot be read is a fault like any other. */
export async function readTarget(path: string, options: Omit<ParseOptions, 'file'>): Promise<ParsedTarget> {
  const text = await textOf(path);
  if (typeof text !== 'string') return { faults: [text] };
  const parsed = parseTarget(text, { ...options, file: path });
  if (!('target' in parsed)) return parsed;
  const target = fromFolder(parsed.target, dirname(path));
  const clients = await Promise.all(target.clients.map((client) => withKey(client, parsed.places)));
  const faults = clients.flatMap((client) => ('fault' in client ? [client.fault] : []));
  if (faults.length > 0) return { faults };
  return { ...parsed, target: { ...target, clients: clients.flatMap((client) => ('client' in client ? [client.client] : [])) } };
}

/** The client with its key read, or why it cannot be. */
async function withKey(
  client: RegisteredClient,
  places: Places,
): Promise<{ readonly client: RegisteredClient } | { readonly fault: TargetFault }> {
  const { private_key_file: path } = client;
  if (path === undefined) return { client };
  const key = `${places.client(client.client_id)}.private_key_file`;
  const text = await readFile(path, 'utf8').catch(() => undefined);
  const read = text === undefined ? undefined : privateKeyIn(text);
  if (read !== undefined) return { client: { ...client, ...read } };
  const found = text === undefined ? `${quoted(path)}, which cannot be read` : `${quoted(path)}, in which there is no such key`;
  const expected = 'a private_key_file holds an EC, RSA or Ed25519 key, PEM or JWK, without a passphrase';
  return {
    fault: {
      file: places.file,
      ...places.place(key),
      key,
      found,
      expected,
      mend: 'Look at the path, which is taken from where this file stands.',
    },
  };
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
    clients: draft.clients.map((client) =>
      client.private_key_file === undefined ? client : { ...client, private_key_file: resolve(folder, client.private_key_file) },
    ),
    login: login.module === undefined ? login : { ...login, module: resolve(folder, login.module) },
  };
}
