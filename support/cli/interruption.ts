/**
 * Ends a run in order when its user interrupts it: says how far it came, gives back what the server gave for it, and exits
 * with 3, as nothing was judged to the end. A second interruption ends it at once. Returns what takes the watch off again.
 */
export function watchForInterruption(told: () => string, giveBack: () => Promise<void>): () => void {
  const end = (): never => process.exit(3);
  const interrupted = (): void => {
    unwatch();
    process.once('SIGINT', end).once('SIGTERM', end);
    process.stderr.write(`${told()}\n`);
    giveBack().then(end, (error: unknown) => {
      process.stderr.write(`What the server gave for the run could not all be given back: ${String(error)}\n`);
      end();
    });
  };
  const unwatch = (): void => void process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  process.on('SIGINT', interrupted).on('SIGTERM', interrupted);
  return unwatch;
}
