import { readTokenResponse, type TokenResponse } from '../protocol/messages.js';
import type { Exchange } from '../wire/exchange.js';

/** What a token endpoint's answer amounts to, before any rule looks at it. */
export type Outcome =
  | { readonly kind: 'granted'; readonly response: TokenResponse }
  | { readonly kind: 'refused'; readonly status: number; readonly response: TokenResponse }
  /** 5xx that may be a crash on this very request: it counts as a refusal only when it repeats. */
  | { readonly kind: 'server-error'; readonly status: number }
  /** Says nothing about the rule: no answer, a rate limit, a gateway. */
  | { readonly kind: 'unjudgeable'; readonly cause: string };

/** A token anywhere in the answer is a grant, whatever its status; any other answer below 500 is a refusal. */
export function outcomeOf(exchange: Exchange): Outcome {
  const { outcome } = exchange;
  if (outcome.kind === 'failure') return { kind: 'unjudgeable', cause: outcome.message };
  const response = readTokenResponse(outcome.body);
  if (response.kind === 'token') return { kind: 'granted', response };
  if (outcome.status === 429) return { kind: 'unjudgeable', cause: 'the server limits the rate of requests (429)' };
  if (outcome.status >= 502 && outcome.status <= 504) return { kind: 'unjudgeable', cause: `a gateway answered ${outcome.status}` };
  if (outcome.status >= 500) return { kind: 'server-error', status: outcome.status };
  return { kind: 'refused', status: outcome.status, response };
}

/** The access token of a response, wherever it stands; nothing where only tokens of other kinds came. */
export function accessTokenOf(response: TokenResponse): string | undefined {
  if (response.kind !== 'token') return undefined;
  const value = response.tokens.find(({ name }) => name === 'access_token')?.value;
  return typeof value === 'string' ? value : undefined;
}
