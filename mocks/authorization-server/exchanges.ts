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
  let next = 0;
  return {
    add(exchange) {
      kept[next] = exchange;
      next = (next + 1) % capacity;
    },
    all: () => [...kept.slice(next), ...kept.slice(0, next)],
    clear: () => {
      kept = [];
      next = 0;
    },
  };
}
