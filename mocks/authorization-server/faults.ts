import type { HttpRequest, HttpResponse } from '../../support/protocol/http.js';
import { checkFault, type Fault } from './fault.js';
import type { EndpointName } from './policy/form.js';

/** The troubles that are still to come. */
export interface Faults {
  /** Throws a RangeError where the fault cannot be meant so, or too many wait already. */
  add(fault: Fault): void;
  clear(): void;
  readonly size: number;
  /** The answer to a request that a fault befalls; undefined if none does. */
  answer(
    on: EndpointName,
    request: HttpRequest,
    right: () => HttpResponse | Promise<HttpResponse>,
  ): HttpResponse | Promise<HttpResponse> | undefined;
}

/** @param capacity how many faults may wait */
export function faultList(capacity = 1000): Faults {
  let waiting: { readonly fault: Fault; left: number }[] = [];
  return {
    add: (fault) => {
      checkFault(fault);
      if (waiting.length >= capacity) throw new RangeError(`${capacity} faults are waiting already, and no more can; clear them first`);
      waiting.push({ fault, left: fault.times ?? 1 });
    },
    clear: () => {
      waiting = [];
    },
    get size() {
      return waiting.length;
    },
    answer(on, request, right) {
      const next = waiting.find(({ fault }) => fault.on === on || fault.on === 'any');
      if (next === undefined) return undefined;
      next.left -= 1;
      waiting = waiting.filter(({ left }) => left > 0);
      const { respond } = next.fault;
      if (typeof respond === 'function') return respond(request, right);
      if (respond === 'reset') return noAnswer;
      return typeof respond === 'number' ? { status: respond, headers: { 'content-type': 'text/plain' }, body: '' } : respond;
    },
  };
}

/** Status 0 is no answer at all: adapters end the connection. */
const noAnswer: HttpResponse = { status: 0, headers: {}, body: '' };
