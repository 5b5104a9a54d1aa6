// npm run races [-- --runs N --windows atomic,100,1000,5000]: how often the race rule accuses a server of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { targetStages } from '../support/cli/target-stages.js';
import { judgeServer } from '../support/run/judge-server.js';
import { table } from './table.js';

/** The race rule before one server, run after run. */
export interface Races {
  readonly runs: number;
  /** Runs that found two tokens for one code. */
  readonly accused: number;
  /** What each run that found nothing noted of its sharpness. */
  readonly notes: readonly string[];
}

/** A server that spends a code in one step (`atomic`), or that many microseconds after it has looked whether it is spent. */
export type Window = 'atomic' | number;

const rule = 'rfc6749/4.1.2/code-reuse-race';

/** Judges such a server, in a process of its own, by the race rule; anything but upheld or violated is an error. */
export async function races(window: Window, runs: number): Promise<Races> {
  const server = fork(fileURLToPath(new URL('./servers/spending.mjs', import.meta.url)), [String(window)], { execArgv: [] });
  const folder = await mkdtemp(join(tmpdir(), 'pkce-conformance-races-'));
  try {
    const [port] = (await once(server, 'message')) as [number];
    const file = join(folder, 'target.yaml');
    await writeFile(file, targetOf(`http://127.0.0.1:${port}`));
    const verdicts: string[] = [];
    const notes: string[] = [];
    for (let run = 0; run < runs; run += 1) {
      const { verdict, reasons } = await judged(file);
      verdicts.push(verdict);
      notes.push(...reasons);
    }
    const strange = verdicts.find((verdict) => verdict !== 'upheld' && verdict !== 'violated');
    if (strange !== undefined) throw new Error(`the race rule is ${strange}: ${notes.join('; ')}`);
    return { runs, accused: verdicts.filter((verdict) => verdict === 'violated').length, notes };
  } finally {
    server.disconnect();
    await rm(folder, { recursive: true });
  }
}

async function judged(file: string): Promise<{ verdict: string; reasons: readonly string[] }> {
  const staging = await targetStages(file, [], { timeout: 10 });
  try {
    const { rules } = await judgeServer({
      stages: staging.stages,
      prefixes: [rule],
      seed: 1,
      runs: 5,
      strict: false,
      slow: false,
      optIn: false,
      executor: { kind: 'direct' },
      redacted: () => undefined,
    });
    const [result] = rules;
    if (!result) throw new Error(`${rule} was not run`);
    return { verdict: result.verdict, reasons: result.scenarios.flatMap(({ reason }) => reason ?? []) };
  } finally {
    await staging.close();
  }
}

const targetOf = (origin: string): string =>
  [
    'profiles: [rfc7636]',
    `endpoints: { authorization: ${origin}/authorize, token: ${origin}/token }`,
    'clients:',
    '  - { client_id: one, redirect_uris: [http://127.0.0.1:9876/callback] }',
    '  - { client_id: two, redirect_uris: [http://127.0.0.1:9876/callback] }',
    'capabilities: { plain: false, refresh_token: false, iss: false, concurrent_codes: true, concurrent_tokens: true }',
  ].join('\n');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { runs: { type: 'string', default: '20' }, windows: { type: 'string', default: 'atomic,100,1000,5000' } },
  });
  const rows: string[][] = [];
  for (const word of values.windows.split(',')) {
    const { accused, runs, notes } = await races(word === 'atomic' ? word : Number(word), Number(values.runs));
    rows.push([word === 'atomic' ? 'in one step' : `${Number(word) / 1000} ms`, `${accused} of ${runs}`]);
    if (word === 'atomic') console.log(`${notes.filter((note) => / of 32:/.test(note)).join('\n')}\n`);
  }
  console.log(table([['between reading and writing', 'accused'], ...rows]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
