import { readTokenResponse, type TokenResponse } from '../protocol/messages.js';
import type { Exchange } from '../wire/exchange.js';

/** What a token endpoint's answer amounts to, before any rule looks at it. */
export type Outcome =
  | { readonly kind: 'granted'; readonly response: TokenResponse }
  /** `closed`: the connection was closed on a body that a server need not read to its end. */
  | { readonly kind: 'refused'; readonly status: number | 'closed'; readonly response: TokenResponse }
  /** 5xx that may be a crash on this very request: it counts as a refusal only when it repeats. */
  | { readonly kind: 'server-error'; readonly status: number }
  /** Says nothing about the rule: no answer, a rate limit, a gateway. */
  | { readonly kind: 'unjudgeable'; readonly cause: string };

/** Octets from which on a server may close the connection in place of an answer. */
const largeBody = 8192;

/** A token anywhere in the answer is a grant, whatever its status; any other answer below 500 is a refusal. */
export function outcomeOf(exchange: Exchange): Outcome {
  const before = known.get(exchange);
  if (before !== undefined) return before;
  const outcome = weighed(exchange);
  known.set(exchange, outcome);
  return outcome;
}

/** Several steps of a scenario ask of the same answer. */
const known = new WeakMap<Exchange, Outcome>();

function weighed(exchange: Exchange): Outcome {
  const { outcome } = exchange;
  if (outcome.kind === 'failure') {
    if (outcome.cause !== 'reset' || exchange.request.body.length <= largeBody) return { kind: 'unjudgeable', cause: outcome.message };
    return { kind: 'refused', status: 'closed', response: { kind: 'unreadable', why: outcome.message } };
  }
  const response = readTokenResponse(outcome.body);
  if (response.kind === 'token') return { kind: 'granted', response };
  if (outcome.status === 429) return { kind: 'unjudgeable', cause: 'the server limits the rate of requests (429)' };
  if (outcome.status >= 502 && outcome.status <= 504) return { kind: 'unjudgeable', cause: `a gateway answered ${outcome.status}` };
  if (outcome.status >= 500) return { kind: 'server-error', status: outcome.status };
  return { kind: 'refused', status: outcome.status, response };
}

/** The access token of a response, wherever it stands; nothing where only tokens of other kinds came. */
export function accessTokenOf(response: TokenResponse): string | undefined {
  return tokenOf(response, 'access_token');
}

/** The token of that name that an answer brought, if it brought one. */
export function tokenIn(answer: Exchange, name: 'access_token' | 'refresh_token' | 'id_token'): string | undefined {
  const outcome = outcomeOf(answer);
  return outcome.kind === 'granted' ? tokenOf(outcome.response, name) : undefined;
}

function tokenOf(response: TokenResponse, name: string): string | undefined {
  const value = response.kind === 'token' ? response.tokens.find((token) => token.name === name)?.value : undefined;
  return typeof value === 'string' ? value : undefined;
}
