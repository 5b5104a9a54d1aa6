import type { HttpRequest, HttpResponse, Respond } from '../../support/protocol/http.js';
import { conclude, isPromise } from './awaitable.js';
import type { Call } from './endpoints/endpoint.js';
import type { ExchangeRing } from './exchanges.js';
import type { Faults } from './faults.js';
import { headerOf } from './form.js';
import type { EndpointName } from './policy/form.js';
import type { Policy } from './policy/policy.js';
import { answerRefusal, refuse } from './refusal.js';
import { routesOf, type Route } from './routes.js';
import type { AuthorizationServer } from './server.js';

/** The whole server as one function; it never throws, and on a store that answers at once so does it. */
export function coreOf(server: AuthorizationServer, exchanges: ExchangeRing, faults: Faults, control: Respond | undefined): Respond {
  let find = routesOf(server.issuer);
  let foundFor = server.issuer;

  function answer(request: HttpRequest): HttpResponse | Promise<HttpResponse> {
    if (server.issuer !== foundFor) {
      find = routesOf(server.issuer);
      foundFor = server.issuer;
    }
    const { path, query } = splitUrl(request.url);
    if (control !== undefined && path.startsWith('/_mock/')) return control(request);
    const route = find(path);
    const policy = server.policies[route?.profile ?? (route?.endpoint.name === 'metadata' ? server.primary : server.primaryRfc)];
    if (route === undefined) return answerRefusal(policy, refuse('not-found'), server.issuer);
    const call = { server, request, policy, policyIsFixed: route.profile !== undefined, rest: route.rest, query };
    if (faults.size === 0) return dispatch(route, call);
    return faults.answer(route.endpoint.name, request, () => dispatch(route, call)) ?? dispatch(route, call);
  }

  function record(request: HttpRequest, response: HttpResponse, failure?: unknown): HttpResponse {
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

const serverError: HttpResponse = {
  status: 500,
  headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
  body: JSON.stringify({ error: 'server_error', error_description: 'The server failed' }),
};

function dispatch(route: Route, call: Call): HttpResponse | Promise<HttpResponse> {
  const { request, policy, server } = call;
  const { name } = route.endpoint;
  const methods = policy.methodsAt(name);
  const origin = headerOf(request, 'origin');
  const shared = origin === undefined ? undefined : policy.corsHeaders(name, origin);
  if (!methods.includes(request.method)) return answerOtherMethod(policy, name, methods, call, shared);
  const response = conclude(route.endpoint.answer(call));
  if (shared === undefined) return response;
  const share = (own: HttpResponse): HttpResponse => ({ ...own, headers: { ...own.headers, ...shared } });
  return isPromise(response) ? response.then(share) : share(response);

  function answerOtherMethod(
    policy: Policy,
    name: EndpointName,
    methods: readonly string[],
    call: Call,
    shared: Readonly<Record<string, string>> | undefined,
  ): HttpResponse | Promise<HttpResponse> {
    const allow = [...methods, ...(headAnswers(name, methods) ? ['HEAD'] : []), 'OPTIONS'].join(', ');
    if (request.method === 'OPTIONS') return preflight(allow, shared);
    if (request.method !== 'HEAD' || !headAnswers(name, methods)) return answerRefusal(policy, refuse('method-not-allowed'), server.issuer, { allow });
    const response = conclude(route.endpoint.answer({ ...call, request: { ...request, method: 'GET' } }));
    const withoutBody = (own: HttpResponse): HttpResponse => ({ ...own, body: '' });
    return isPromise(response) ? response.then(withoutBody) : withoutBody(response);
  }
}

/** HEAD is safe where GET is; an authorization request is not. */
const headAnswers = (name: EndpointName, methods: readonly string[]): boolean => methods.includes('GET') && (name === 'metadata' || name === 'jwks' || name === 'resource');

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
  return question < 0 || question > end ? { path: url.slice(start, end), query: '' } : { path: url.slice(start, question), query: url.slice(question + 1, end) };
}
