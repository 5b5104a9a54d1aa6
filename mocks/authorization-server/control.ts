import type { HttpRequest, HttpResponse } from '../../support/protocol/http.js';
import type { MockClock } from './clock.js';
import type { ExchangeRing, MockExchange } from './exchanges.js';
import type { Fault } from './fault.js';
import type { Faults } from './faults.js';

/** Steers the mock over HTTP, for tests that are not in its process. `path` is that of the request, still encoded. */
export type Control = (request: HttpRequest, path: string) => HttpResponse;

/** The clock, the faults and the exchanges below `/_mock/`; only where it was asked for. What cannot be meant is a 400 that says what is expected. */
export function controlOf(clock: MockClock, faults: Faults, exchanges: ExchangeRing, reset: () => void): Control {
  const time = (): HttpResponse => json(200, { now: clock.now(), running: clock.running });
  const resources: Readonly<Record<string, Readonly<Record<string, (request: HttpRequest) => HttpResponse>>>> = {
    '/_mock/clock': { GET: time },
    '/_mock/clock/advance': {
      POST: (request) => {
        clock.advance(millisecondsIn(membersOf(request)));
        return time();
      },
    },
    '/_mock/faults': {
      POST: (request) => {
        faults.add(faultIn(membersOf(request)));
        return json(201, { waiting: faults.size });
      },
      DELETE: () => {
        faults.clear();
        return json(200, { waiting: 0 });
      },
    },
    '/_mock/exchanges': { GET: () => json(200, exchanges.all().map(readable)) },
    '/_mock/reset': {
      POST: () => {
        reset();
        return json(200, {});
      },
    },
  };
  return (request, path) => {
    const methods = Object.hasOwn(resources, path) ? resources[path] : undefined;
    if (methods === undefined)
      return json(404, { error: 'not_found', error_description: `There are ${Object.keys(resources).join(', ')}` });
    const act = Object.hasOwn(methods, request.method) ? methods[request.method] : undefined;
    const allow = Object.keys(methods).join(', ');
    if (act === undefined) return json(405, { error: 'invalid_request', error_description: `The method is ${allow}` }, { allow });
    try {
      return act(request);
    } catch (failure) {
      if (!(failure instanceof RangeError)) throw failure;
      return json(400, { error: 'invalid_request', error_description: failure.message });
    }
  };
}

const json = (status: number, value: unknown, headers: Readonly<Record<string, string>> = {}): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  body: JSON.stringify(value),
});

const readable = ({ at, request, response }: MockExchange): unknown => ({
  at,
  request: { ...request, body: new TextDecoder().decode(request.body) },
  response,
});

type Members = Readonly<Record<string, unknown>>;

function millisecondsIn({ ms }: Members): number {
  const given = typeof ms === 'string' && /^[0-9]+(\.[0-9]+)?$/.test(ms) ? Number(ms) : ms;
  if (typeof given !== 'number') throw new RangeError('ms has to be a number of milliseconds');
  return given;
}

/** A fault as JSON can say it: without functions, and with what is missing of an answer filled in. */
function faultIn({ on = 'any', respond, times, ...others }: Members): Fault {
  const [unknown] = Object.keys(others);
  if (unknown !== undefined) throw new RangeError(`A fault has on, respond and times; ${shown(unknown)} is none of them`);
  const answer = typeof respond === 'object' && respond !== null ? { status: 200, headers: {}, body: '', ...respond } : respond;
  return { on, respond: answer, ...(times === undefined ? {} : { times }) } as Fault;
}

/** The members of a JSON object, also where curl calls it a form, or of a form. Throws a RangeError where the body is neither, or larger than steering takes. */
function membersOf({ headers, body }: HttpRequest): Members {
  if (body.length > mostOctets) throw new RangeError(`The body has to be of ${mostOctets} octets at most`);
  const text = new TextDecoder().decode(body);
  if (/^application\/x-www-form-urlencoded/i.test(String(headers['content-type'] ?? '')) && !/^\s*\{/.test(text))
    return Object.fromEntries(new URLSearchParams(text));
  const value = parsed(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new RangeError('The body has to be a JSON object');
  return value as Members;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const mostOctets = 1024 * 1024;

const shown = (text: string): string => JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}…` : text);
