import type { HttpRequest, HttpResponse } from '../../support/protocol/http.js';

/** One request that reached the mock, and its answer; `at` in milliseconds on the mock's clock. */
export interface MockExchange {
  readonly at: number;
  readonly request: HttpRequest;
  readonly response: HttpResponse;
  /** How many octets the body of the request had, where only the first 65,536 are kept. */
  readonly bodyLength?: number;
  /** What was thrown, where the answer is a 500 that nobody decided on. */
  readonly failure?: unknown;
}

/** The last exchanges, the oldest first; keeps references and copies nothing but the beginning of an overlong body. */
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
      kept[next] = exchange.request.body.length > mostOctets ? shortened(exchange) : exchange;
      next = (next + 1) % capacity;
    },
    all: () => [...kept.slice(next), ...kept.slice(0, next)],
    clear: () => {
      kept = [];
      next = 0;
    },
  };
}

/** A thousand bodies at the length that the listener reads to would be gigabytes. */
const mostOctets = 65_536;

function shortened(exchange: MockExchange): MockExchange {
  const { body } = exchange.request;
  return { ...exchange, request: { ...exchange.request, body: new Uint8Array(body.subarray(0, mostOctets)) }, bodyLength: body.length };
}
