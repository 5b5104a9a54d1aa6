import { spawn } from 'node:child_process';
import { watch as watchFolder, type FSWatcher } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { packageRoot } from '../package-root.js';
import { isUrl } from '../target/target-from-url.js';
import type { CertifyOptions } from './options.js';
import { rerun } from './rerun.js';

/** Milliseconds within which changes belong together. */
const settling = 200;

/** Certifies, and again whenever the target file, the baseline or a feature changes: each run is a process of its own, so that nothing of the last one stays. */
export function watch(argv: readonly string[], { target, baseline }: Pick<CertifyOptions, 'target' | 'baseline'>): Promise<number> {
  const files = [...(target === undefined || isUrl(target) ? [] : [target]), ...(baseline === undefined ? [] : [baseline])];
  return rerun({
    run: () => certified(argv.filter((word) => word !== '--watch')),
    watch: (changed) => watched(files, changed),
    settled: () => wait(settling),
    ended: new Promise((end) => {
      process.once('SIGINT', () => end());
      process.once('SIGTERM', () => end());
    }),
    tell: (line) => process.stderr.write(`${line}\n`),
  });
}

/** Ctrl-C on a terminal reaches the run as well as this process, which outlives it and ends in order. */
function certified(argv: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', ...argv], { stdio: 'inherit' });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => done(code ?? 1));
  });
}

type WatchFolder = (
  folder: string,
  options: { readonly recursive?: boolean },
  listener: (event: string, name: string | null) => void,
) => Pick<FSWatcher, 'close'>;

/** Folders are watched and not files: an editor puts a new file in the place of the old. */
export function watched(files: readonly string[], changed: (name: string) => void, watchOne: WatchFolder = watchFolder): () => void {
  const folders = Map.groupBy(files, (file) => dirname(resolve(file)));
  const watchers = [
    ...[...folders].map(([folder, own]) => {
      const names = new Set(own.map((file) => basename(file)));
      return watchOne(folder, {}, (_event, name) => {
        if (name !== null && names.has(name)) changed(name);
      });
    }),
    watchOne(join(packageRoot, 'features'), { recursive: true }, (_event, name) => {
      if (name?.endsWith('.feature')) changed(name);
    }),
  ];
  return () => watchers.forEach((watcher) => watcher.close());
}
