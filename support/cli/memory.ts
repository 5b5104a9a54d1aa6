import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Certifying every profile touches some gigabytes, of which a hundred and fifty megabytes live at a time. Left alone V8
 * lets the heap grow to several times that before it collects; in a CI container that is the difference between passing
 * and being killed. Call before the work begins.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--expose-gc');
  setFlagsFromString('--heap-growing-percent=80');
  giveTheYoung(16);
}

/** Octets by which the heap has to have grown for a collection, which takes fifty milliseconds, to be worth it. */
const worthCollecting = 40 * 2 ** 20;
let usedThen = 0;

/** Collects now, where much has just been let go. */
export function collectGarbage(): void {
  if (getHeapStatistics().used_heap_size - usedThen < worthCollecting) return;
  collector()?.();
  usedThen = getHeapStatistics().used_heap_size;
}

/**
 * Lets the space for new objects grow by this factor and no further: a megabyte, as V8 begins with, is full ten thousand
 * times in a run, and what a request under way still holds is copied each time. It grows when enough of it outlives a collection.
 */
function giveTheYoung(factor: number): void {
  setFlagsFromString(`--semi-space-growth-factor=${factor}`);
  const survivors = Array.from({ length: 100_000 }, (_, i) => ({ i }));
  collector()?.({ type: 'minor' });
  collector()?.({ type: 'minor' });
  setFlagsFromString('--semi-space-growth-factor=1');
  survivors.length = 0;
}

type Collector = (options?: { readonly type: 'minor' }) => void;

let known: Collector | undefined;

function collector(): Collector | undefined {
  known ??= runInNewContext('globalThis.gc') as Collector | undefined;
  return known;
}
