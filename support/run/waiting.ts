import type { Clock } from '../target/clock.js';
import { Inconclusive } from '../wire/inconclusive.js';

/** The instants that the scenarios of a run wait for: what the progress line counts down to. */
export class Waiting {
  readonly #awaited = new Set<{ readonly clock: Clock; readonly instant: number }>();
  readonly #inVain: () => boolean;

  /** `inVain` says that the run has stopped early, and nothing that is waited for will be asked any more. */
  constructor(inVain: () => boolean = () => false) {
    this.#inVain = inVain;
  }

  /**
   * Waits, or moves the clock, until the instant has come; milliseconds on that clock.
   *
   * @throws Inconclusive where the run has stopped early.
   */
  async until(instant: number, clock: Clock): Promise<void> {
    const left = instant - clock.now();
    if (left <= 0) return;
    if (clock.advance) return clock.advance(left);
    const own = { clock, instant };
    this.#awaited.add(own);
    try {
      for (let rest = left; rest > 0; rest = instant - clock.now()) {
        await new Promise((resolve) => setTimeout(resolve, Math.min(rest + 1, lookUpMs)));
        if (this.#inVain()) throw new Inconclusive('the run stopped early, before this had grown old');
      }
    } finally {
      this.#awaited.delete(own);
    }
  }

  /** Milliseconds until the last of them; 0 when nothing waits. */
  get leftMs(): number {
    return Math.max(0, ...[...this.#awaited].map(({ clock, instant }) => instant - clock.now()));
  }
}

/** How often whoever waits looks up whether there is any use in it. */
const lookUpMs = 1_000;
