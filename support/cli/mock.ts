import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import {
  mockAuthorizationServer,
  mutantIds,
  profiles as mockProfiles,
  redisStore,
  StoreUnreachable,
  WrongMockOption,
  type ClientEntry,
  type MockAuthorizationServer,
  type Profile,
} from '../../mocks/index.js';
import { nearest } from '../target/nearest.js';
import type { MockOptions } from './options.js';
import { knownProfiles } from './selection.js';
import { UsageError } from './usage-error.js';

/** Serves the mock over HTTP until it is interrupted. */
export async function mock(options: MockOptions): Promise<number> {
  if (options.clock !== 'real' && options.clock !== 'manual') throw new UsageError(`--clock ${options.clock}: real or manual.`);
  const mutants = (options.mutant ?? []).map(knownMutant);
  const as = made(
    {
      profiles: knownProfiles(options.profile ?? mockProfiles) as readonly Profile[],
      clock: options.clock,
      mutants,
      control: options.control,
      ...(options.store === 'memory' ? {} : { store: storeAt(options.store) }),
      ...(options.issuer === undefined ? {} : { issuer: options.issuer }),
      ...(options.clients === undefined ? {} : { clients: await clientsFrom(options.clients) }),
    },
    options,
  );
  const listener = await as.listen({ port: options.port, host: options.host }).catch(async (error: unknown) => {
    await as.close();
    throw unreachable(error, options);
  });
  const named = options.profile ?? [
    ...new Set(mutants.map((id) => id.split('/')[0] ?? '').filter((document) => (mockProfiles as readonly string[]).includes(document))),
  ];
  const unproven = named.includes('challenge-code-token')
    ? 'A bare URL declares no proof: what a Challenge Code Token opens is judged only with a target file that has one.\n'
    : '';
  process.stdout.write(`listening on ${listener.url}\n`);
  process.stderr.write(
    `issuer ${as.issuer}${mutants.length > 0 ? `, wrong in ${mutants.join(', ')}` : ''}\ncertify it with: pkce-conformance certify --target ${as.issuer}${named.map((profile) => ` --profile ${profile}`).join('')}\n${unproven}`,
  );
  await interrupted();
  await listener.close();
  await as.close();
  return 0;
}

/** What the mock refuses of its options is the user's to mend: they came from the command line or from the file of clients. */
function made(options: Parameters<typeof mockAuthorizationServer>[0], { clients = '' }: MockOptions): MockAuthorizationServer {
  try {
    return mockAuthorizationServer(options);
  } catch (error) {
    if (!(error instanceof WrongMockOption)) throw error;
    const [, member] = /^clients(.*)$/.exec(error.option) ?? [];
    const place = member === undefined ? `--${error.option} ${String(error.found)}` : `--clients ${clients}: ${error.option}`;
    throw new UsageError(`${place}: expected is ${error.expected}.`);
  }
}

function storeAt(url: string): ReturnType<typeof redisStore> {
  try {
    return redisStore(url);
  } catch (error) {
    throw new UsageError(`--store: ${error instanceof Error ? error.message : String(error)}. Without a Redis: --store memory.`);
  }
}

/** Why nothing listens: the store, the address or the port. */
function unreachable(error: unknown, { host, port }: MockOptions): UsageError {
  const { message, code } = error as NodeJS.ErrnoException;
  if (error instanceof StoreUnreachable) return new UsageError(`--store: ${message}.\nStart it, or take --store memory.`);
  if (code === 'EADDRINUSE') return new UsageError(`--port ${port}: somebody listens there already. --port 0 takes a free one.`);
  if (code === 'EACCES') return new UsageError(`--port ${port}: this user may not listen there. --port 0 takes a free one.`);
  return new UsageError(`--host ${host}: cannot listen there (${message}). 127.0.0.1 is this machine alone, 0.0.0.0 every address it has.`);
}

function knownMutant(id: string): string {
  const ids = mutantIds();
  if (ids.includes(id)) return id;
  const near = nearest(id, ids);
  throw new UsageError(`--mutant ${id}: there is no such mutant.${near === undefined ? '' : ` The nearest is ${near}.`}`);
}

async function clientsFrom(file: string): Promise<readonly ClientEntry[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`--clients ${file}: cannot be read.`);
  });
  const entries: unknown = (() => {
    try {
      return parse(text) as unknown;
    } catch (error) {
      throw new UsageError(
        `--clients ${file}: is neither YAML nor JSON (${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}).`,
      );
    }
  })();
  return entries as readonly ClientEntry[];
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}
