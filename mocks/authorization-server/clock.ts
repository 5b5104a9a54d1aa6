/** The clock that codes and tokens live on. Milliseconds since the epoch. */
export interface MockClock {
  now(): number;
  /** Whether it goes by itself. */
  readonly running: boolean;
  /** Moves a manual clock on by so many milliseconds; on a real one it adds to the wall's time. Throws a RangeError beyond what a date can say. */
  advance(ms: number): void;
}

/** A manual clock stands still until it is moved; a real one also goes by itself. */
export function mockClock(kind: 'manual' | 'real'): MockClock {
  const started = Date.now();
  let moved = 0;
  const now = kind === 'manual' ? () => started + moved : () => Date.now() + moved;
  return {
    running: kind === 'real',
    now,
    advance(ms) {
      if (!Number.isFinite(ms) || ms < 0) throw new RangeError(`A clock moves on by a number of milliseconds, not by ${ms}`);
      const most = lastMoment - now();
      if (ms > most) throw new RangeError(`A clock that stands at ${now()} moves on by ${most} milliseconds at most, not by ${ms}`);
      moved += ms;
    },
  };
}

/** The end of the year 9999, the last that four digits can write; milliseconds since the epoch. */
const lastMoment = Date.UTC(10_000, 0) - 1;
