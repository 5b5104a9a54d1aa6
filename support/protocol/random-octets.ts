import { randomFillSync } from 'node:crypto';

/** Yields that many random octets; injected where a run has to be repeatable. */
export type RandomOctets = (octets: number) => Uint8Array;

const pool = Buffer.alloc(4096);
let spent = pool.length;

/** The system is asked for many octets at once: its call costs more than a whole verifier. None is handed out twice. */
export function randomOctets(octets: number): Buffer {
  if (octets > pool.length) return randomFillSync(Buffer.alloc(octets));
  if (spent + octets > pool.length) {
    randomFillSync(pool);
    spent = 0;
  }
  spent += octets;
  return pool.subarray(spent - octets, spent);
}

/** The next octets are those that the system yields next. */
export function forgetWhatWasDrawnAhead(): void {
  spent = pool.length;
}
