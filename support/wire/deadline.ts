import type { Connection } from './connection.js';
import { failure } from './failure.js';

/** Ends connections that are not done in time, or when the run is given up. */
export class Deadline {
  readonly #timer: NodeJS.Timeout;
  readonly #signal: AbortSignal | undefined;
  readonly #giveUp: () => void;

  /** Milliseconds from now. */
  constructor(connections: readonly Connection[], timeoutMs: number, signal: AbortSignal | undefined) {
    const settle = (cause: 'timeout' | 'aborted', told: string): void => {
      for (const connection of connections) connection.settle(failure(cause, connection.request.url, told));
    };
    this.#giveUp = () => settle('aborted', 'the request was given up');
    this.#signal = signal;
    this.#timer = setTimeout(() => settle('timeout', `no complete answer within ${timeoutMs / 1000} s`), timeoutMs);
    if (signal?.aborted) this.#giveUp();
    else signal?.addEventListener('abort', this.#giveUp);
  }

  clear(): void {
    clearTimeout(this.#timer);
    this.#signal?.removeEventListener('abort', this.#giveUp);
  }
}
