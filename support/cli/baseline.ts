import { readFile, writeFile } from 'node:fs/promises';
import { isDecisive } from '../../reports/conclusion.js';
import { catalogue } from '../catalogue/features.js';
import { baselineOf, parseBaseline, type Baseline } from '../run/baseline.js';
import { throughGate } from '../run/gate.js';
import type { Run } from '../run/run.js';
import { describeFault } from '../target/fault.js';
import { UsageError } from './usage-error.js';

export interface GateFiles {
  readonly baseline?: string;
  readonly writeBaseline?: string;
}

export interface GateKeeper {
  /** The run as seen through the baseline, where there is one. */
  judge(run: Run): Run;
  /** Writes the baseline that this run would pass, where one is asked for; answers what to tell of it. */
  write(run: Run): Promise<string | undefined>;
}

/** Reads the baseline before anything is sent. `now` is in milliseconds since the epoch. Throws UsageError. */
export async function gateKeeper(
  { baseline: file, writeBaseline }: GateFiles,
  prefixes: readonly string[],
  now: () => number = Date.now,
): Promise<GateKeeper> {
  const baseline = file === undefined ? undefined : await readBaseline(file);
  return {
    judge: (run) => (baseline === undefined ? run : throughGate(run, { baseline, now: now(), prefixes })),
    async write(run) {
      if (writeBaseline === undefined) return undefined;
      if (run.obstacle !== undefined) return `${writeBaseline} is not written: the target could not be judged.`;
      const day = new Date(now()).toISOString().slice(0, 10);
      const text = baselineOf(run, (level) => isDecisive(level, run.strict), day, baseline);
      await writeFile(writeBaseline, text).catch((error: Error) => {
        throw new UsageError(`--write-baseline ${writeBaseline}: it cannot be written (${error.message}).`);
      });
      return `${writeBaseline} is written: it holds what this run found.`;
    },
  };
}

async function readBaseline(file: string): Promise<Baseline> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`--baseline ${file}: it cannot be read (${error.code ?? error.message}). --write-baseline ${file} writes one.`);
  });
  const ids = catalogue().rules.map(({ id }) => id);
  const parsed = parseBaseline(text, file, ids);
  if ('baseline' in parsed) return parsed.baseline;
  throw new UsageError(parsed.faults.map(describeFault).join('\n'));
}
