import type { Exchange } from '../wire/exchange.js';

/** What a protected resource's answer amounts to. */
export type ResourceOutcome =
  | { readonly kind: 'opened'; readonly status: number }
  | { readonly kind: 'refused'; readonly status: number }
  | { readonly kind: 'server-error'; readonly status: number }
  | { readonly kind: 'unjudgeable'; readonly cause: string };

/** 2xx opens; everything else that is an answer and no gateway's does not. */
export function resourceOutcomeOf({ outcome }: Exchange): ResourceOutcome {
  if (outcome.kind === 'failure') return { kind: 'unjudgeable', cause: outcome.message };
  const { status } = outcome;
  if (status === 429) return { kind: 'unjudgeable', cause: 'the server limits the rate of requests (429)' };
  if (status >= 502 && status <= 504) return { kind: 'unjudgeable', cause: `a gateway answered ${status}` };
  if (status >= 500) return { kind: 'server-error', status };
  return { kind: status >= 200 && status < 300 ? 'opened' : 'refused', status };
}
