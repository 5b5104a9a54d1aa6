import type { Respond } from '../protocol/http.js';
import type { Answer, Failure, SentRequest } from './exchange.js';
import { failure } from './failure.js';

/** Milliseconds for the whole exchange, from sending to the last octet of the answer. */
export interface TransportOptions {
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

/** Carries one request to whoever answers it. Resolves in every case: what went wrong is a Failure. */
export type Transport = (request: SentRequest, options: TransportOptions) => Promise<Answer | Failure>;

/** Hands requests to the mock's core: no socket, no copy, no deadline, since whoever answers is in this process. */
export function directTransport(respond: Respond): Transport {
  return async (request) => {
    try {
      const { status, headers, body } = await respond(request);
      return { kind: 'answer', status, headers, body };
    } catch (error) {
      return failure('reset', request.url, `whoever answers threw: ${error instanceof Error ? error.message : String(error)}`);
    }
  };
}
