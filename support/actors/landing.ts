import type { Exchange } from '../wire/exchange.js';

/** Where a navigation ended. */
export type Landing =
  | { readonly kind: 'redirect-uri'; readonly url: string; readonly exchange: Exchange }
  /** The server stopped, on a page or with JSON: whatever was asked for is refused. */
  | { readonly kind: 'page'; readonly exchange: Exchange }
  /** Nothing can be said of the request: the server did not answer, or nobody could sign in. */
  | Lost;

export interface Lost {
  readonly kind: 'lost';
  /** Goes on from "the authorization request led nowhere:". */
  readonly reason: string;
  readonly exchange: Exchange;
  /** Whatever is asked will end so: with this login nobody gets in. */
  readonly hopeless?: true;
  /** Keys of the target file that would mend it. */
  readonly keys?: readonly string[];
}

/** Whether the address is the client's: the redirect URI itself, with what the response adds to it. */
export function leadsTo(url: string, redirectUri: string): boolean {
  const [bare = ''] = redirectUri.split('#');
  return url === bare || ['?', '&', '#', '/'].some((mark) => url.startsWith(`${bare}${mark}`));
}

/**
 * A code or an error sent to a URI nobody registered is not followed either: that it was sent is what a rule will judge.
 * Within the server both words are its own affair (`/login?error`).
 */
export function isAuthorizationResponse(url: string, serverOrigins: ReadonlySet<string>): boolean {
  const { protocol, origin, searchParams, hash } = new URL(url);
  if (!/^https?:$/.test(protocol)) return true;
  if (serverOrigins.has(origin)) return false;
  const fragment = new URLSearchParams(hash.slice(1));
  return [searchParams, fragment].some((parameters) => parameters.has('code') || parameters.has('error'));
}
