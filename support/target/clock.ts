/** The clock that a target's codes and tokens live on. Milliseconds since the epoch. */
export interface Clock {
  now(): number;
  /** Moves the clock on; absent where only waiting helps. */
  readonly advance?: (ms: number) => void | Promise<void>;
}

export const wallClock: Clock = { now: () => Date.now() };
