import { createRequire } from 'node:module';
import type * as msw from 'msw';
import type { HttpResponse, Respond } from '../support/protocol/http.js';
import { respondTo, responseFrom } from './fetch.js';

/**
 * The mock as handlers for Mock Service Worker: everything below the issuer, and its metadata.
 * MSW is loaded here and not before: a mock that only listens starts in a third of the time.
 */
export function handlersFrom(respond: Respond, issuer: string): msw.RequestHandler[] {
  const { http, HttpResponse: Mocked } = createRequire(import.meta.url)('msw') as typeof msw;
  const { origin, pathname } = new URL(issuer);
  const answer = async ({ request }: { readonly request: Request }): Promise<Response> => {
    const response = await respondTo(respond, request);
    return response.status === 0 ? Mocked.error() : responseFrom(measured(response));
  };
  // A path-aware issuer has its metadata beside its path, not below it (RFC 8414 §3.1).
  const metadata = `${origin}/.well-known/oauth-authorization-server${pathname}`;
  const patterns = [`${issuer}/*`, ...(pathname === '/' ? [] : [metadata, `${metadata}/*`])];
  // What is sent in the clear would otherwise leave for the network.
  const inTheClear = patterns.filter((pattern) => pattern.startsWith('https:')).map((pattern) => pattern.replace('https:', 'http:'));
  return [...patterns, ...inTheClear].map((pattern) => http.all(pattern, answer));
}

/**
 * Says how long the body is, as the listener does. Without it the connection ends with the answer, and MSW keeps the
 * handle of each connection that ended: a run of many thousand requests would hold them all.
 */
function measured(response: HttpResponse): HttpResponse {
  if (response.status === 204) return response;
  return { ...response, headers: { ...response.headers, 'content-length': String(new TextEncoder().encode(response.body).length) } };
}
