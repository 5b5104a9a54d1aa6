import type { Exchange } from './exchange.js';

/** Characters of a body that are remembered when the scenario that judged it is over: all that is shown, and that is searched for secrets. */
const mostRemembered = 64 * 1024;

/** Every exchange of a run, numbered from 1 in the order of sending. */
export class Recorder {
  readonly #exchanges = new Map<number, Exchange>();
  #unread: Exchange[] = [];
  #sent = 0;

  /** `heard` is told of every exchange as it is recorded. */
  constructor(private readonly heard: (exchange: Exchange) => void = () => undefined) {}

  /** The number of the request that is about to be sent. */
  nextNumber(): number {
    this.#sent += 1;
    return this.#sent;
  }

  record(exchange: Exchange): void {
    const kept = remembered(exchange);
    this.#exchanges.set(exchange.n, kept);
    this.#unread.push(kept);
    this.heard(exchange);
  }

  /** The exchange of this number; undefined while it is under way, and where there is none. */
  exchange(n: number): Exchange | undefined {
    return this.#exchanges.get(n);
  }

  /** In the order of sending; requests still under way are missing. */
  get exchanges(): readonly Exchange[] {
    return [...this.#exchanges.values()].toSorted((a, b) => a.n - b.n);
  }

  /** What was recorded since this was last asked, in the order of recording. */
  unread(): readonly Exchange[] {
    const news = this.#unread;
    this.#unread = [];
    return news;
  }

  /** Nobody will ask for these any more. */
  forget(numbers: Iterable<number>): void {
    for (const n of numbers) this.#exchanges.delete(n);
  }

  /** How many requests were sent so far, those under way included. */
  get sent(): number {
    return this.#sent;
  }
}

/** A server can send megabytes a thousand times. The text is copied: a part of a text keeps the whole alive. */
function remembered(exchange: Exchange): Exchange {
  const { outcome } = exchange;
  if (outcome.kind === 'failure' || outcome.body.length <= mostRemembered) return exchange;
  const body = Buffer.from(outcome.body.slice(0, mostRemembered), 'utf16le').toString('utf16le');
  return { ...exchange, outcome: { ...outcome, body, forgotten: outcome.body.length - mostRemembered } };
}
