import type { Clock } from '../target/clock.js';
import type { Answer, Failure, SentRequest } from '../wire/exchange.js';
import { Inconclusive } from '../wire/inconclusive.js';
import { UsageError } from './usage-error.js';

/** What a server may tell of its clock when it is moved. Of a running one that tells nothing ours is taken to go alongside. */
interface Reading {
  /** Milliseconds since the epoch. */
  readonly now?: number;
  /** False where the clock stands still between moves. */
  readonly running?: boolean;
}

/**
 * The clock of a server that lets tests move it: `advance_url` takes a POST of `{"ms": n}` and may answer with a reading.
 * Throws UsageError where the server does not take the first, empty move.
 */
export async function remoteClock(advanceUrl: string, ask: (request: SentRequest) => Promise<Answer | Failure>): Promise<Clock> {
  let base = Date.now();
  let running = true;
  let readAt = performance.now();
  const now = (): number => base + (running ? performance.now() - readAt : 0);
  const advance = async (ms: number): Promise<void> => {
    const body = new TextEncoder().encode(JSON.stringify({ ms }));
    const outcome = await ask({ method: 'POST', url: advanceUrl, headers: { 'content-type': 'application/json' }, body });
    if (outcome.kind === 'failure' || outcome.status >= 300) {
      throw new Inconclusive(`the clock did not move (${outcome.kind === 'failure' ? outcome.message : outcome.status})`);
    }
    const reading = readingOf(outcome.body);
    base = reading.now ?? now() + ms;
    running = reading.running ?? running;
    readAt = performance.now();
  };
  try {
    await advance(0);
  } catch (error) {
    if (!(error instanceof Inconclusive)) throw error;
    throw new UsageError(`clock.advance_url ${advanceUrl}: ${error.reason}. It has to take a POST of {"ms": n} with a 2xx answer.`, 3);
  }
  return { now, advance };
}

function readingOf(body: string): Reading {
  try {
    const { now, running } = (JSON.parse(body) ?? {}) as Readonly<Record<string, unknown>>;
    return {
      ...(typeof now === 'number' && Number.isFinite(now) ? { now } : {}),
      ...(typeof running === 'boolean' ? { running } : {}),
    };
  } catch {
    return {}; // a body that is no JSON tells nothing
  }
}
