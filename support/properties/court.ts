import type { Client } from '../actors/client.js';
import type { Judge } from '../verdict/judge.js';
import type { Trials } from './hold.js';

/** Who acts and who judges while a property is tried. */
export interface Court {
  readonly client: Client;
  /** Another client of the same server, where the target has one. */
  readonly otherClient?: Client;
  readonly judge: Judge;
  readonly trials: Trials;
  /** Whether several codes of a client live side by side; else a new one may cancel those before it. */
  readonly concurrent: boolean;
  /** Whether a plain challenge is taken. */
  readonly offersPlain: boolean;
  /** Waits, or moves the clock, until the instant (milliseconds on the target's clock) has come. */
  until(instant: number): Promise<void>;
  /** What several scenarios of a pass ask alike is asked once; the others are given the same answer. */
  once<T>(name: string, work: () => Promise<T>): Promise<T>;
}
