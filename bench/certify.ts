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
 * Certifying against replaying: what a run of the same seed sent, sent again from a bare loop by the same adapter to fresh mocks, with
 * the codes and tokens that those issue. Both are counted from their first import, each in a process of its own; that run is not
 * timed, since to keep what it sends costs it time. `answered alike`: how many of the requests met the status that they met in the
 * run; the loop moves no clock and sends one request at a time, so that what had grown old there or was part of a race may fare otherwise.
 */
export async function certifyBesideLoop(rounds: number): Promise<string> {
  const folder = await temporaryFolder();
  try {
    const entrants = [];
    for (const { by, name } of adapters) {
      const sent = join(folder, by);
      const { requests } = await certified(name, by, folder, sent);
      entrants.push({ by, name, sent, requests, alike: 0, certified: [] as number[], replayed: [] as number[] });
    }
    for (let round = 0; round < rounds; round += 1) {
      for (const entrant of entrants) {
        entrant.certified.push((await certified(entrant.name, entrant.by, folder)).certified / 1000);
        const loop = JSON.parse(await figuresOf([script('replay'), entrant.by, entrant.sent])) as Replay;
        entrant.replayed.push(loop.replayed / 1000);
        entrant.alike = loop.alike;
      }
    }
    return besideLoop(entrants);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Entrant {
  readonly name: string;
  readonly requests: number;
  readonly alike: number;
  /** Seconds, of each round. */
  readonly certified: readonly number[];
  readonly replayed: readonly number[];
}

function besideLoop(entrants: readonly Entrant[]): string {
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

/** What the scripts tell; milliseconds. */
interface Certified {
  readonly exit: number;
  readonly requests: number;
  readonly certified: number;
}

interface Replay {
  readonly alike: number;
  readonly replayed: number;
}

/** `sent`: the file in which the run keeps what it sends. */
async function certified(name: string, by: string, folder: string, sent?: string): Promise<Certified> {
  const told = JSON.parse(await figuresOf([script('certify'), by, folder, ...(sent === undefined ? [] : [sent])])) as Certified;
  if (told.exit !== 0) throw new Error(`certify by ${name} ended with ${told.exit}`);
  return told;
}

const script = (name: string): string => fileURLToPath(inThis(`./servers/${name}.mjs`));

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
