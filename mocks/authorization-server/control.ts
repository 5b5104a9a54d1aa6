import type { HttpRequest, HttpResponse, Respond } from '../../support/protocol/http.js';
import type { MockClock } from './clock.js';
import type { ExchangeRing } from './exchanges.js';
import type { Fault, Faults } from './faults.js';

/** Steering over HTTP, for tests that are not in this process: the clock, the faults, the exchanges. Only where it was asked for. */
export function controlOf(clock: MockClock, faults: Faults, exchanges: ExchangeRing, reset: () => void): Respond {
  return (request) => {
    const path = new URL(request.url).pathname;
    const route = `${request.method} ${path}`;
    const members = parsed(request);
    if (route === 'GET /_mock/exchanges') return json(200, exchanges.all().map(readable));
    if (route === 'GET /_mock/clock') return json(200, { now: clock.now(), running: clock.running });
    if (route === 'POST /_mock/clock/advance') {
      const ms = Number(members.ms);
      if (!Number.isFinite(ms) || ms < 0)
        return json(400, { error: 'invalid_request', error_description: 'ms has to be a number of milliseconds' });
      clock.advance(ms);
      return json(200, { now: clock.now(), running: clock.running });
    }
    if (route === 'POST /_mock/faults') {
      const fault = faultOf(members);
      if (fault === undefined)
        return json(400, { error: 'invalid_request', error_description: 'respond has to be a status, "reset", or an answer' });
      faults.add(fault);
      return json(201, {});
    }
    if (route === 'POST /_mock/reset') {
      reset();
      return json(200, {});
    }
    return json(404, { error: 'not_found' });
  };
}

const json = (status: number, value: unknown): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify(value),
});

const readable = ({
  at,
  request,
  response,
}: {
  readonly at: number;
  readonly request: HttpRequest;
  readonly response: HttpResponse;
}): unknown => ({
  at,
  request: { ...request, body: new TextDecoder().decode(request.body) },
  response,
});

/** A fault as JSON can say it: without functions, and with what is missing of an answer filled in. */
function faultOf({ on, respond, times }: Readonly<Record<string, unknown>>): Fault | undefined {
  const common = { on: (on ?? 'any') as Fault['on'], ...(typeof times === 'number' ? { times } : {}) };
  if (respond === 'reset' || typeof respond === 'number') return { ...common, respond };
  return typeof respond === 'object' && respond !== null
    ? { ...common, respond: { status: 200, headers: {}, body: '', ...respond } }
    : undefined;
}

function parsed(request: HttpRequest): Readonly<Record<string, unknown>> {
  const text = new TextDecoder().decode(request.body);
  if (!String(request.headers['content-type'] ?? '').includes('json')) return Object.fromEntries(new URLSearchParams(text));
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
