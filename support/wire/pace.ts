import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until the next requests may leave. */
export type Pace = (requests: number) => Promise<void>;

/** At most so many requests a second, evenly spaced; a burst is paid for afterwards. Without a rate nobody waits. */
export function paced(rate: number | undefined): Pace | undefined {
  if (rate === undefined) return undefined;
  const spacing = 1000 / rate;
  let free = 0;
  return async (requests) => {
    const now = performance.now();
    const turn = Math.max(now, free);
    free = turn + requests * spacing;
    if (turn > now) await sleep(turn - now);
  };
}
