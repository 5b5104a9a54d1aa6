import type { Exchange } from './exchange.js';

/** Every exchange of a run, numbered from 1 in the order of sending. */
export class Recorder {
  readonly #exchanges: Exchange[] = [];
  #sent = 0;

  /** The number of the request that is about to be sent. */
  nextNumber(): number {
    this.#sent += 1;
    return this.#sent;
  }

  record(exchange: Exchange): void {
    this.#exchanges.push(exchange);
  }

  /** In the order of sending; requests still under way are missing. */
  get exchanges(): readonly Exchange[] {
    return this.#exchanges.toSorted((a, b) => a.n - b.n);
  }

  /** How many requests were sent so far, those under way included. */
  get sent(): number {
    return this.#sent;
  }
}
