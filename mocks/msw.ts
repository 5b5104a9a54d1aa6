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
  const path = quoted(pathname);
  const places = pathname === '/' ? ['/'] : [`${path}/`, `/.well-known/oauth-authorization-server${path}(?:/|$)`];
  // What is sent in the clear would otherwise leave for the network.
  const begin = quoted(origin).replace(/^https:/, 'https?:');
  // One pattern for all of it: MSW reads the address and the cookies of a request anew for each handler that it tries.
  return [http.all(new RegExp(`^${begin}(?:${places.join('|')})`), answer)];
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * Says how long the body is, as the listener does. Without it the connection ends with the answer, and MSW keeps the
 * handle of each connection that ended: a run of many thousand requests would hold them all.
 */
function measured(response: HttpResponse): HttpResponse {
  if (response.status === 204) return response;
  return { ...response, headers: { ...response.headers, 'content-length': String(Buffer.byteLength(response.body)) } };
}
