import { readPushBody } from '../protocol/push-response.js';
import { NothingToJudge, Violation } from './findings.js';
import type { Exchange } from '../wire/exchange.js';

/** A refusal of an authorization request, and what the request had asked to be given back. */
export interface RefusedAuthorization {
  readonly exchange: Exchange;
  readonly landing: { readonly kind: string; readonly url?: string };
  /** The state that was sent. */
  readonly state: string;
}

export type ErrorRedirectOracle = (refusal: RefusedAuthorization) => void;

/** RFC 6749 §4.1.2.1: the error goes to the redirect URI by way of the user agent, and the state with it. */
export function returnsTo(redirectUri: string): ErrorRedirectOracle {
  const expected = 'a redirect to the redirect_uri of the request with an error and the state of the request';
  return ({ exchange, landing, state }) => {
    const judged = { exchanges: [exchange.n] };
    if (landing.kind === 'push') throw new NothingToJudge('the server refused the push, so there is no redirect to judge');
    if (landing.kind !== 'redirect-uri' || landing.url === undefined) throw new Violation(expected, pageTold(exchange), judged);
    if (!leadsTo(landing.url, redirectUri)) throw new Violation(expected, `a redirect to ${new URL(landing.url).origin}`, judged);
    const { searchParams } = new URL(landing.url);
    if (!searchParams.get('error')) throw new Violation(expected, 'a redirect whose query has no error', judged);
    if (searchParams.get('state') === state) return;
    throw new Violation(expected, searchParams.has('state') ? 'a redirect with another state' : 'a redirect without state', judged);
  };
}

/** RFC 7636 §4.4.1: the error code of a redirect, or of a refused push (RFC 9126 §2.3); a page is not judged here. */
export function redirectSays(code: string): ErrorRedirectOracle {
  return ({ exchange, landing }) => {
    if (landing.kind === 'push') return pushSays(code, exchange);
    if (landing.kind !== 'redirect-uri' || landing.url === undefined)
      throw new NothingToJudge('the server refused by a page, not by a redirect');
    const { searchParams, hash } = new URL(landing.url);
    const error = searchParams.get('error') ?? new URLSearchParams(hash.slice(1)).get('error');
    if (error === code) return;
    throw new Violation(`a redirect with error=${code}`, `a redirect with ${error === null ? 'no error' : `error=${error}`}`, {
      exchanges: [exchange.n],
    });
  };
}

function pushSays(code: string, { n, outcome }: Exchange): void {
  const response = outcome.kind === 'answer' ? readPushBody(outcome.body) : undefined;
  if (response?.kind !== 'refused' || response.error === undefined) throw new NothingToJudge('the refusal of the push names no error');
  if (response.error === code) return;
  throw new Violation(`error: ${JSON.stringify(code)}`, `a push refused with error: ${JSON.stringify(response.error)}`, { exchanges: [n] });
}

/** RFC 6749 §3.1.2.4: nothing is sent to a redirect URI that is not registered. */
export const staysHere: ErrorRedirectOracle = ({ exchange, landing }) => {
  if (landing.kind !== 'redirect-uri') return;
  throw new Violation('a page of the server, and no redirect', `a redirect to ${new URL(landing.url ?? '').origin}`, {
    exchanges: [exchange.n],
  });
};

function leadsTo(url: string, redirectUri: string): boolean {
  return url === redirectUri || [`${redirectUri}?`, `${redirectUri}&`, `${redirectUri}#`].some((beginning) => url.startsWith(beginning));
}

function pageTold({ outcome }: Exchange): string {
  return outcome.kind === 'answer' ? `a page with status ${outcome.status}` : outcome.message;
}
