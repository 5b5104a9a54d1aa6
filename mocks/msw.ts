import { http, HttpResponse, type RequestHandler } from 'msw';
import type { Respond } from '../support/protocol/http.js';
import { respondTo, responseFrom } from './fetch.js';

/** The mock as handlers for Mock Service Worker: everything below the issuer, and its metadata. */
export function handlersFrom(respond: Respond, issuer: string): RequestHandler[] {
  const { origin, pathname } = new URL(issuer);
  const answer = async ({ request }: { readonly request: Request }): Promise<Response> => {
    const response = await respondTo(respond, request);
    return response.status === 0 ? HttpResponse.error() : responseFrom(response);
  };
  const wellKnown = pathname === '/' ? [] : [http.all(`${origin}/.well-known/oauth-authorization-server${pathname}`, answer)];
  return [http.all(`${issuer}/*`, answer), ...wellKnown];
}
