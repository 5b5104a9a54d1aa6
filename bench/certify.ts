import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { spreadOf, told } from './spread.js';
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

async function run(): Promise<{ readonly code: number; readonly kibibytes: number }> {
  const report = await mkdtemp(join(tmpdir(), 'pkce-conformance-bench-'));
  try {
    const child = spawn(
      process.execPath,
      [
        '--import',
        inThis('./servers/peak-memory.mjs').href,
        fileURLToPath(inThis('../dist/bin/pkce-conformance.js')),
        'certify',
        '--report',
        report,
      ],
      {
        stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
        env: { ...process.env, CI: 'true' },
      },
    );
    const ended = once(child, 'exit') as Promise<[number | null]>;
    const [errors, peak, [code]] = await Promise.all([text(child.stderr as Readable), text(child.stdio[3] as Readable), ended]);
    if (peak === '') throw new Error(`certify ended with ${code} and left no figure:\n${errors}`);
    return { code: code ?? -1, kibibytes: Number(peak) };
  } finally {
    await rm(report, { recursive: true, force: true });
  }
}

const inThis = (path: string): URL => new URL(path, import.meta.url);
