import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import {
  mockAuthorizationServer,
  mutantIds,
  profiles as mockProfiles,
  redisStore,
  type ClientEntry,
  type Profile,
} from '../../mocks/index.js';
import { nearest } from '../target/nearest.js';
import type { MockOptions } from './options.js';
import { knownProfiles } from './selection.js';
import { UsageError } from './usage-error.js';

/** Serves the mock over HTTP until it is interrupted. */
export async function mock(options: MockOptions): Promise<number> {
  if (options.clock !== 'real' && options.clock !== 'manual') throw new UsageError(`--clock ${options.clock}: real or manual.`);
  if (options.store !== 'memory' && !/^rediss?:\/\/./.test(options.store))
    throw new UsageError(`--store ${options.store}: memory, or redis://host:port.`);
  const mutants = (options.mutant ?? []).map(knownMutant);
  const as = mockAuthorizationServer({
    profiles: knownProfiles(options.profile ?? mockProfiles) as readonly Profile[],
    clock: options.clock,
    mutants,
    control: options.control,
    ...(options.store === 'memory' ? {} : { store: redisStore(options.store) }),
    ...(options.issuer === undefined ? {} : { issuer: options.issuer }),
    ...(options.clients === undefined ? {} : { clients: await clientsFrom(options.clients) }),
  });
  const listener = await as.listen({ port: options.port, host: options.host }).catch((error: unknown) => {
    throw new UsageError(
      `--port ${options.port}: cannot listen on ${options.host} (${error instanceof Error ? error.message : String(error)}). --port 0 takes a free one.`,
    );
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
  if (!Array.isArray(entries) || !entries.every(isEntry))
    throw new UsageError(`--clients ${file}: a list of clients, each with a client_id, is expected.`);
  return entries;
}

function isEntry(value: unknown): value is ClientEntry {
  return typeof value === 'object' && value !== null && 'client_id' in value && typeof value.client_id === 'string';
}

function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}
