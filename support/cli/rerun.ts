export interface Rerun {
  /** One whole run; answers its exit code. */
  readonly run: () => Promise<number>;
  /** Calls back with the name of whatever changes, until the function that it answers is called. */
  readonly watch: (changed: (name: string) => void) => () => void;
  /** Fulfils when changes that belong together have all come: an editor writes more than once. */
  readonly settled: () => Promise<void>;
  /** Fulfils when the user has had enough. */
  readonly ended: Promise<void>;
  readonly tell: (line: string) => void;
}

/** Runs, and runs again after every change; a run under way is never cut off. Answers the exit code of the last. */
export async function rerun({ run, watch, settled, ended, tell }: Rerun): Promise<number> {
  const changes = new Set<string>();
  let over = false;
  let awake = Promise.withResolvers<void>();
  const stop = watch((name) => {
    changes.add(name);
    awake.resolve();
  });
  void ended.then(() => {
    over = true;
    awake.resolve();
  });
  try {
    let code = await run();
    while (!over) {
      if (changes.size === 0) tell('Waiting for a change; Ctrl-C ends.');
      await awake.promise;
      if (over) return code;
      await settled();
      if (over) return code;
      tell(`${[...changes].join(', ')} changed: once more.`);
      changes.clear();
      awake = Promise.withResolvers<void>();
      code = await run();
    }
    return code;
  } finally {
    stop();
  }
}
