import type { Exchange } from './exchange.js';

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
    this.#exchanges.set(exchange.n, exchange);
    this.#unread.push(exchange);
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
