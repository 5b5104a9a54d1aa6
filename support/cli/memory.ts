import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Certifying every profile touches some gigabytes, of which a hundred and fifty megabytes live at a time. Left alone V8
 * lets the heap grow to several times that before it collects; in a CI container that is the difference between passing
 * and being killed. Call before the work begins.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--expose-gc');
  setFlagsFromString('--heap-growing-percent=50');
  giveTheYoung(16);
}

/** Octets of the resident set from which on it is worth the time to keep it from growing: three quarters of what a small container grants. */
const tight = 300 * 2 ** 20;

/** Octets by which the resident set has grown before it is collected again: what lives does not become less by looking twice. */
const worthwhile = 16 * 2 ** 20;
let collectedAt = 0;

/** Collects now, where memory is tight and has grown since. What lies outside of the heap, as bodies do, V8 hardly counts when it decides to collect. */
export function collectGarbage(): void {
  if (process.memoryUsage.rss() <= Math.max(tight, collectedAt + worthwhile)) return;
  collector()?.();
  collectedAt = process.memoryUsage.rss();
}

const seldom = 400;
let asked = 0;

/** The same, to be called after every scenario: it looks at one call in four hundred. */
export function collectGarbageSeldom(): void {
  asked += 1;
  if (asked % seldom === 0) collectGarbage();
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
