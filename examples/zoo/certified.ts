import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Certificate } from './certificate.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
export const targets = fileURLToPath(new URL('../targets/', import.meta.url));

export interface Certified {
  readonly exit: number | null;
  readonly certificate: Certificate;
}

export interface Choice {
  /** Rule prefixes; all rules where there are none. */
  readonly prefixes?: readonly string[];
  /** Whether what waits for a lifetime to pass is judged as well. */
  readonly slow?: boolean;
}

/**
 * Starts the server in examples/targets/<name>, certifies it and stops it. The seed stands, so that a surprise can be had again.
 * Throws where the server does not start, or where certify ends without a certificate.
 */
export async function certified(name: string, choice: Choice = {}): Promise<Certified> {
  const server = await started(name);
  try {
    return await certify(name, choice, server.url);
  } finally {
    await server.stop();
  }
}

export interface Started {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the server in examples/targets/<name>. Throws where it ends before it listens. */
export async function started(name: string): Promise<Started> {
  const server = run([join(targets, name, 'launch.ts')]);
  return { url: await urlOf(name, server), stop: () => stop(server) };
}

async function certify(name: string, { prefixes = [], slow = false }: Choice, url: string): Promise<Certified> {
  const report = await mkdtemp(join(tmpdir(), 'zoo-'));
  try {
    const args = [
      '--target',
      join(targets, name, 'target.yaml'),
      ...(slow ? [] : ['--no-slow']),
      '--seed',
      '1',
      '--report',
      report,
      '--json',
    ];
    const child = run(['bin/pkce-conformance.ts', 'certify', ...prefixes, ...args], { [variableOf(name)]: url });
    const ended = once(child, 'exit') as Promise<[number | null]>;
    const [out, errors, [exit]] = await Promise.all([text(child.stdout as Readable), text(child.stderr as Readable), ended]);
    if (!out.startsWith('{')) throw new Error(`certify ended with ${exit} and no certificate of ${name}:\n${errors}`);
    return { exit, certificate: JSON.parse(out) as Certificate };
  } finally {
    await rm(report, { recursive: true, force: true });
  }
}

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): ChildProcess {
  return spawn(process.execPath, ['--import', './support/register.mjs', ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGTERM');
  await gone;
}

async function urlOf(name: string, server: ChildProcess): Promise<string> {
  const errors = text(server.stderr as Readable);
  for await (const line of createInterface({ input: server.stdout as Readable })) {
    const url = /^listening on (\S+)$/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`${name} ended before it listened:\n${await errors}`);
}

/** The target file of `oidc-provider` finds its server at OIDC_PROVIDER_URL. */
function variableOf(name: string): string {
  return `${name.toUpperCase().replaceAll('-', '_')}_URL`;
}
