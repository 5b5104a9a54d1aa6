import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { ratios, spreadOf, told } from './spread.js';
import { table } from './table.js';

/** A whole `certify` of the embedded mock: wall time, and the most memory that its process held. */
export async function certify(rounds: number): Promise<string> {
  const seconds: number[] = [];
  const memory: number[] = [];
  const codes = new Set<number>();
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    const { code, kibibytes } = await run();
    seconds.push((performance.now() - began) / 1000);
    memory.push(kibibytes / 1024);
    codes.add(code);
  }
  return table([
    ['certify, the mock in process', 'wall s', 'peak RSS MiB', 'exit'],
    ['every profile', told(spreadOf(seconds), 1), told(spreadOf(memory), 0), [...codes].join(', ')],
  ]);
}

/**
 * Certifying against replaying: what one run sent, sent again from a bare loop by the same adapter to fresh mocks, with the
 * codes and tokens that those issue. Both are counted from their first import. `answered alike`: how many of the requests met the
 * status that they met in the run; the loop moves no clock and sends one request at a time, so that what had grown old there or was
 * part of a race may fare otherwise.
 */
export async function certifyBesideLoop(rounds: number): Promise<string> {
  const entrants = adapters.map((adapter) => ({ ...adapter, requests: 0, alike: 0, certified: [] as number[], replayed: [] as number[] }));
  for (let round = 0; round < rounds; round += 1) {
    for (const entrant of entrants) {
      const { exit, requests, alike, certified, replayed } = await certifiedAndReplayed(entrant.by);
      if (exit !== 0) throw new Error(`certify by ${entrant.name} ended with ${exit}`);
      entrant.requests = requests;
      entrant.alike = alike;
      entrant.certified.push(certified / 1000);
      entrant.replayed.push(replayed / 1000);
    }
  }
  return table([
    ['certify, every profile, reports written', 'requests', 'answered alike', 'wall s', 'bare loop s', 'certify, × loop'],
    ...entrants.map(({ name, requests, alike, certified, replayed }) => [
      name,
      String(requests),
      String(alike),
      told(spreadOf(certified), 1),
      told(spreadOf(replayed), 1),
      told(ratios(certified, replayed)),
    ]),
  ]);
}

const adapters = [
  { by: 'msw', name: 'axios, intercepted by MSW' },
  { by: 'axios', name: 'axios, direct adapter' },
  { by: 'direct', name: 'no axios: the mock called' },
] as const;

/** Milliseconds. */
interface Replay {
  readonly exit: number;
  readonly requests: number;
  readonly alike: number;
  readonly certified: number;
  readonly replayed: number;
}

/** Each in a process of its own: both begin cold. */
async function certifiedAndReplayed(by: string): Promise<Replay> {
  const folder = await temporaryFolder();
  const exchanges = join(folder, 'exchanges');
  const script = (name: string): string => fileURLToPath(inThis(`./servers/${name}.mjs`));
  try {
    const run = await figuresOf([script('certify-and-record'), by, folder, exchanges]);
    const loop = await figuresOf([script('replay'), by, exchanges]);
    return { ...(JSON.parse(run) as Omit<Replay, 'alike' | 'replayed'>), ...(JSON.parse(loop) as Pick<Replay, 'alike' | 'replayed'>) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(): Promise<{ readonly code: number; readonly kibibytes: number }> {
  const script = fileURLToPath(inThis('../dist/bin/pkce-conformance.js'));
  const report = await temporaryFolder();
  try {
    const peak = await figuresOf(['--import', inThis('./servers/peak-memory.mjs').href, script, 'certify', '--report', report]);
    return JSON.parse(peak) as { code: number; kibibytes: number };
  } finally {
    await rm(report, { recursive: true, force: true });
  }
}

/** Runs node with these arguments; what it wrote to file descriptor 3. */
async function figuresOf(argv: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, argv, { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], env: { ...process.env, CI: 'true' } });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const [errors, figures, [code]] = await Promise.all([text(child.stderr as Readable), text(child.stdio[3] as Readable), ended]);
  if (figures === '') throw new Error(`${argv.join(' ')} ended with ${code} and left no figure:\n${errors}`);
  return figures;
}

const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'pkce-conformance-bench-'));

const inThis = (path: string): URL => new URL(path, import.meta.url);
