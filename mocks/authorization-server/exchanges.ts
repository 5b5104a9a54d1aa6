import type { HttpRequest, HttpResponse } from '../../support/protocol/http.js';

/** One request that reached the mock, and its answer; `at` in milliseconds on the mock's clock. */
export interface MockExchange {
  readonly at: number;
  readonly request: HttpRequest;
  readonly response: HttpResponse;
  /** What was thrown, where the answer is a 500 that nobody decided on. */
  readonly failure?: unknown;
}

/** The last exchanges, the oldest first; keeps references and copies nothing. */
export interface ExchangeRing {
  add(exchange: MockExchange): void;
  all(): readonly MockExchange[];
  clear(): void;
}

/** @param capacity how many exchanges are kept */
export function exchangeRing(capacity = 1000): ExchangeRing {
  let kept: MockExchange[] = [];
  return {
    add(exchange) {
      kept.push(exchange);
      if (kept.length >= 2 * capacity) kept = kept.slice(-capacity);
    },
    all: () => kept.slice(-capacity),
    clear: () => {
      kept = [];
    },
  };
}
