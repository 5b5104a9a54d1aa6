/** The clock that codes and tokens live on. Milliseconds since the epoch. */
export interface MockClock {
  now(): number;
  /** Whether it goes by itself. */
  readonly running: boolean;
  /** Moves a manual clock on by so many milliseconds; on a real one it adds to the wall's time. */
  advance(ms: number): void;
}

/** A manual clock stands still until it is moved; a real one also goes by itself. */
export function mockClock(kind: 'manual' | 'real'): MockClock {
  const started = Date.now();
  let moved = 0;
  return {
    running: kind === 'real',
    now: kind === 'manual' ? () => started + moved : () => Date.now() + moved,
    advance(ms) {
      if (!Number.isFinite(ms) || ms < 0) throw new RangeError(`A clock moves on by a number of milliseconds, not by ${ms}`);
      moved += ms;
    },
  };
}
