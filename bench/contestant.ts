import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A server in a process of its own, so that what it uses is told from what its client uses. */
export interface Contestant {
  readonly url: URL;
  /** Milliseconds from the start of the process to its first word. */
  readonly startUp: number;
  usage(): Promise<Usage>;
  stop(): Promise<void>;
}

export interface Usage {
  /** Microseconds of processor time so far. */
  readonly cpu: number;
  /** Octets in memory now. */
  readonly rss: number;
}

/** Starts `servers/<script>` and waits until it listens. */
export async function start(script: string, ...args: readonly string[]): Promise<Contestant> {
  const began = performance.now();
  const child = fork(fileURLToPath(new URL(`./servers/${script}`, import.meta.url)), args, {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const { url } = (await told(child)) as { url: string };
  const startUp = performance.now() - began;
  return {
    url: new URL(url),
    startUp,
    usage() {
      const usage = told(child);
      child.send('usage');
      return usage as Promise<Usage>;
    },
    async stop() {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}

async function told(child: ChildProcess): Promise<unknown> {
  const either = new AbortController();
  const early = once(child, 'exit', { signal: either.signal }).then(([code]) => {
    throw new Error(`${child.spawnargs.at(-1) ?? 'the server'} ended with ${String(code)} before it answered`);
  });
  try {
    const [word] = (await Promise.race([once(child, 'message', { signal: either.signal }), early])) as [unknown];
    return word;
  } finally {
    either.abort();
  }
}
