import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import type { RandomOctets } from '../protocol/random-octets.js';
import { pathParts, type Telling, type Trials } from './hold.js';

/** Characters for verifiers: other ones in each run, the same for the same input within it. */
export interface DrawnVerifiers {
  /** For the trials of the property; without the part of the path that is kept here. */
  readonly trials: Trials;
  /** Where the characters of the verifier of this mark come from; a shorter verifier begins like a longer one. */
  of(mark: number): RandomOctets;
  /** How an input is told, so that its path leads to the same characters. */
  told(value: string): Telling;
}

/**
 * A server that remembers verifiers would remember those of the run before if the seed chose their characters; and a fault
 * that lies in the characters would neither shrink nor be found again if they were drawn afresh for each trial.
 */
export function drawnVerifiers(trials: Trials): DrawnVerifiers {
  const [path, key = randomBytes(6).toString('hex')] = pathParts(trials);
  const { seed, runs } = trials;
  return {
    trials: { seed, runs, ...(path === undefined ? {} : { path }) },
    of: (mark) => {
      let draws = 0;
      return (octets) =>
        createHash('shake256', { outputLength: octets })
          .update(`${key} ${mark} ${(draws += 1)}`)
          .digest();
    },
    told: (value) => ({ value, pathWithin: key }),
  };
}

/** What tells one verifier from the others of a run; it does not shrink, as no mark is simpler than another. */
export function marks(): fc.Arbitrary<number> {
  return fc.noShrink(fc.nat());
}

/** A verifier in words: in full where it can be read, by its length alone where not. */
export function verifierTold(verifier: string): string {
  return `a verifier of ${verifier.length} characters${verifier.length > 200 ? '' : `, ${verifier}`}`;
}
