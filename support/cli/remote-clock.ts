import type { Clock } from '../target/clock.js';
import type { Answer, Failure, SentRequest } from '../wire/exchange.js';
import { UsageError } from './usage-error.js';

/**
 * The clock of a server that lets tests move it: `advance_url` takes a POST of `{"ms": n}`. Between moves it runs with ours.
 * Throws UsageError where the server does not take the first, empty move.
 */
export async function remoteClock(advanceUrl: string, ask: (request: SentRequest) => Promise<Answer | Failure>): Promise<Clock> {
  let moved = 0;
  const advance = async (ms: number): Promise<void> => {
    const body = new TextEncoder().encode(JSON.stringify({ ms }));
    const outcome = await ask({ method: 'POST', url: advanceUrl, headers: { 'content-type': 'application/json' }, body });
    if (outcome.kind === 'failure' || outcome.status >= 300) {
      throw new UsageError(
        `clock.advance_url ${advanceUrl}: the clock did not move (${outcome.kind === 'failure' ? outcome.message : outcome.status}).`,
        3,
      );
    }
    moved += ms;
  };
  await advance(0);
  return { now: () => Date.now() + moved, advance };
}
