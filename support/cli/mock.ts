import {
  mockAuthorizationServer,
  mutantIds,
  profiles as mockProfiles,
  redisStore,
  StoreUnreachable,
  WrongMockOption,
  type MockAuthorizationServer,
  type Profile,
} from '../../mocks/index.js';
import { readClientsFile, type ClientsFile } from './clients-file.js';
import type { MockOptions } from './options.js';
import { knownProfiles, nearestId } from './selection.js';
import { UsageError } from './usage-error.js';

/** Serves the mock over HTTP until it is interrupted. */
export async function mock(options: MockOptions): Promise<number> {
  if (options.clock !== 'real' && options.clock !== 'manual') throw new UsageError(`--clock ${options.clock}: real or manual.`);
  const mutants = (options.mutant ?? []).map(knownMutant);
  const clients = options.clients === undefined ? undefined : await readClientsFile(options.clients);
  const as = made(
    {
      profiles: knownProfiles(options.profile ?? mockProfiles) as readonly Profile[],
      clock: options.clock,
      mutants,
      control: options.control,
      ...(options.store === 'memory' ? {} : { store: storeAt(options.store) }),
      ...(options.issuer === undefined ? {} : { issuer: options.issuer }),
      ...(clients === undefined ? {} : { clients: clients.clients }),
    },
    clients,
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
  // Before anybody is told that the mock is there: who waits for that word may end it at once.
  const end = interrupted();
  process.stdout.write(`listening on ${listener.url}\n`);
  process.stderr.write(
    `issuer ${as.issuer}${mutants.length > 0 ? `, wrong in ${mutants.join(', ')}` : ''}\ncertify it with: pkce-conformance certify --target ${as.issuer}${named.map((profile) => ` --profile ${profile}`).join('')}\n${unproven}`,
  );
  const signal = await end;
  await listener.close();
  await as.close();
  process.stderr.write(`${signal}: the mock has closed its port and every connection.\n`);
  return 0;
}

/** What the mock refuses of its options is the user's to mend: they came from the command line or from the file of clients. */
function made(options: Parameters<typeof mockAuthorizationServer>[0], clients: ClientsFile | undefined): MockAuthorizationServer {
  try {
    return mockAuthorizationServer(options);
  } catch (error) {
    if (!(error instanceof WrongMockOption)) throw error;
    if (clients !== undefined && error.option.startsWith('clients')) throw clients.refusal(error);
    throw new UsageError(`--${error.option} ${String(error.found)}: expected is ${error.expected}.`);
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
  const near = nearestId(id, ids);
  throw new UsageError(`--mutant ${id}: there is no such mutant.${near === undefined ? '' : ` The nearest is ${near}.`}`);
}

/** Resolves to the signal that ends the mock; a second one ends the process at once, as it would without us. */
function interrupted(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    const end = (signal: NodeJS.Signals): void => {
      process.off('SIGINT', end).off('SIGTERM', end);
      resolve(signal);
    };
    process.on('SIGINT', end).on('SIGTERM', end);
  });
}
