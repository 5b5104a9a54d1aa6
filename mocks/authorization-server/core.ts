import type { HttpRequest, HttpResponse, Respond } from '../../support/protocol/http.js';
import { conclude, isPromise } from './awaitable.js';
import type { Control } from './control.js';
import type { Call } from './endpoints/endpoint.js';
import type { ExchangeRing } from './exchanges.js';
import type { Faults } from './faults.js';
import { headerOf } from './form.js';
import type { EndpointName } from './policy/form.js';
import { answerRefusal, refuse } from './refusal.js';
import { routesOf, type Route } from './routes.js';
import type { AuthorizationServer } from './server.js';

/** The whole server as one function; it never throws, and on a store that answers at once so does it. */
export function coreOf(server: AuthorizationServer, exchanges: ExchangeRing, faults: Faults, control: Control | undefined): Respond {
  let find = routesOf(server);
  let foundFor = server.issuer;

  function answer(request: HttpRequest): HttpResponse | Promise<HttpResponse> {
    if (server.issuer !== foundFor) {
      find = routesOf(server);
      foundFor = server.issuer;
    }
    const { path, query } = splitUrl(request.url);
    if (control !== undefined && path.startsWith('/_mock/')) return control(request, path);
    const route = find(path);
    if (route === undefined) return answerRefusal(server.policies[server.primaryRfc], refuse('not-found'), server.issuer);
    const policy = server.policies[route.profile ?? (route.endpoint.name === 'metadata' ? server.primary : server.primaryRfc)];
    if (inTheClear(server, request) && !policy.answersInTheClear) return answerRefusal(policy, refuse('in-the-clear'), server.issuer);
    const call = { server: route.server, request, policy, policyIsFixed: route.profile !== undefined, rest: route.rest, query };
    if (faults.size === 0) return dispatch(route, call);
    return faults.answer(route.endpoint.name, request, () => dispatch(route, call)) ?? dispatch(route, call);
  }

  function record(request: HttpRequest, response: HttpResponse, failure?: unknown): HttpResponse {
    if (failure === undefined && !isSendable(response))
      return failed(request, new TypeError(`No such answer can be sent: ${JSON.stringify(response)}`));
    exchanges.add(failure === undefined ? { at: server.now(), request, response } : { at: server.now(), request, response, failure });
    return response;
  }

  const failed = (request: HttpRequest, failure: unknown): HttpResponse => record(request, serverError, failure);

  return (request) => {
    try {
      const response = answer(request);
      return isPromise(response)
        ? response.then(
            (late) => record(request, late),
            (failure: unknown) => failed(request, failure),
          )
        : record(request, response);
    } catch (failure) {
      return failed(request, failure);
    }
  };
}

/** A server that is found under https was asked by plain http. */
const inTheClear = ({ issuer }: AuthorizationServer, { url }: HttpRequest): boolean =>
  url.startsWith('http:') && issuer.startsWith('https:');

const serverError: HttpResponse = {
  status: 500,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify({ error: 'server_error', error_description: 'The server failed' }),
};

/** A broken decision can echo what no header may hold; the server fails then, as others do, and not the process it runs in. */
function isSendable({ status, headers, body }: HttpResponse): boolean {
  if (status !== 0 && !(status >= 200 && status <= 599)) return false;
  for (const name in headers) if (unsendable.test(String(headers[name]))) return false;
  return typeof body === 'string';
}

/** RFC 9110 §5.5. */
const unsendable = /[^\t\x20-\x7e\x80-\xff]/;

function dispatch(route: Route, call: Call): HttpResponse | Promise<HttpResponse> {
  const { name } = route.endpoint;
  const { method } = call.request;
  const origin = headerOf(call.request, 'origin');
  const shared = origin === undefined ? undefined : call.policy.corsHeaders(name, origin);
  const methods = call.policy.methodsAt(name);
  if (methods.includes(method)) return withHeaders(conclude(route.endpoint.answer(call)), shared);
  const head = methods.includes('GET') && headIsSafe(name);
  const allow = [...methods, ...(head ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  if (method === 'OPTIONS') return preflight(allow, shared);
  if (method !== 'HEAD') return answerRefusal(call.policy, refuse('method-not-allowed'), call.server.issuer, { allow });
  if (!head) return withoutBody(answerRefusal(call.policy, refuse('method-not-allowed'), call.server.issuer, { allow }));
  return withoutBody(conclude(route.endpoint.answer({ ...call, request: { ...call.request, method: 'GET' } })));
}

function withHeaders(
  response: HttpResponse | Promise<HttpResponse>,
  more: Readonly<Record<string, string>> | undefined,
): HttpResponse | Promise<HttpResponse> {
  if (more === undefined) return response;
  const add = (own: HttpResponse): HttpResponse => ({ ...own, headers: { ...own.headers, ...more } });
  return isPromise(response) ? response.then(add) : add(response);
}

function withoutBody(response: HttpResponse | Promise<HttpResponse>): HttpResponse | Promise<HttpResponse> {
  const strip = (own: HttpResponse): HttpResponse => ({ ...own, body: '' });
  return isPromise(response) ? response.then(strip) : strip(response);
}

/** An authorization request issues a code even by GET, so HEAD is not for it. */
const headIsSafe = (name: EndpointName): boolean => name === 'metadata' || name === 'jwks' || name === 'resource';

const preflight = (allow: string, shared: Readonly<Record<string, string>> | undefined): HttpResponse => ({
  status: 204,
  headers:
    shared?.['access-control-allow-origin'] === undefined
      ? { allow }
      : { allow, ...shared, 'access-control-allow-methods': allow, 'access-control-allow-headers': 'Authorization, Content-Type' },
  body: '',
});

/** Path and query of an absolute URL, still encoded; a fragment does not travel. */
function splitUrl(url: string): { readonly path: string; readonly query: string } {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  if (start < 0) return { path: '/', query: '' };
  const hash = url.indexOf('#', start);
  const end = hash < 0 ? url.length : hash;
  const question = url.indexOf('?', start);
  return question < 0 || question > end
    ? { path: url.slice(start, end), query: '' }
    : { path: url.slice(start, question), query: url.slice(question + 1, end) };
}
