import type { Exchange } from './exchange.js';

/** Every exchange of a run, numbered from 1 in the order of sending. */
export class Recorder {
  readonly #exchanges = new Map<number, Exchange>();
  #sent = 0;

  /** The number of the request that is about to be sent. */
  nextNumber(): number {
    this.#sent += 1;
    return this.#sent;
  }

  record(exchange: Exchange): void {
    this.#exchanges.set(exchange.n, exchange);
  }

  /** The exchange of this number; undefined while it is under way, and where there is none. */
  exchange(n: number): Exchange | undefined {
    return this.#exchanges.get(n);
  }

  /** In the order of sending; requests still under way are missing. */
  get exchanges(): readonly Exchange[] {
    return [...this.#exchanges.values()].toSorted((a, b) => a.n - b.n);
  }

  /** In the order of recording, without the first `count`. */
  since(count: number): readonly Exchange[] {
    return count >= this.#exchanges.size ? [] : [...this.#exchanges.values()].slice(count);
  }

  /** How many requests were sent so far, those under way included. */
  get sent(): number {
    return this.#sent;
  }
}
