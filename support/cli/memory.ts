import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Certifying every profile touches some gigabytes, of which a hundred and fifty megabytes live at a time. Left alone V8
 * lets the heap grow to several times that before it collects; in a CI container that is the difference between passing
 * and being killed. Call before the work begins.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
  setFlagsFromString('--heap-growing-percent=30');
  setFlagsFromString('--expose-gc');
}

/** Collects now, where much has just been let go: some fifty milliseconds. */
export function collectGarbage(): void {
  collector ??= runInNewContext('globalThis.gc') as (() => void) | undefined;
  collector?.();
}

let collector: (() => void) | undefined;
