import { Inconclusive, Violation } from './findings.js';

/** Seconds that a code is taken to live where nobody says: the shortest seen on real servers. */
const shortestLifetime = 30;

/**
 * What a scenario threw, unless its requests were held back (milliseconds) for so long that a code may have expired meanwhile,
 * `lifetime` being that of codes in seconds: then a violation is none, and the scenario is tried again.
 */
export function unlessHeldBack(error: unknown, heldBackMs: number, lifetime = shortestLifetime): unknown {
  if (!(error instanceof Violation) || heldBackMs < (lifetime * 1000) / 3) return error;
  const seconds = Math.round(heldBackMs / 1000);
  return new Inconclusive(
    `the rate limit held its requests back for ${seconds} s, in which a code may have expired (expected: ${error.expected}; received: ${error.received})`,
    error.detail.exchanges === undefined ? {} : { exchanges: error.detail.exchanges },
  );
}
