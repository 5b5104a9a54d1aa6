import type { Exchange } from '../../wire/exchange.js';

/** Milliseconds that the server's clock is ahead of ours, by the Date of its last answer that has one (RFC 9110 §6.6.1); undefined where none has. */
export function clockSkew(exchanges: readonly Exchange[]): number | undefined {
  for (const { sentAt, answeredAt, outcome } of exchanges.toReversed()) {
    const date = outcome.kind === 'answer' ? outcome.headers['date'] : undefined;
    const theirs = typeof date === 'string' ? Date.parse(date) : NaN;
    // Date is cut to the second: half a second later is the likeliest instant.
    if (!Number.isNaN(theirs)) return Math.round(theirs + 500 - (sentAt + answeredAt) / 2);
  }
  return undefined;
}

/** What two clocks may differ by before a token of one seems not yet valid, or no longer, to the other: milliseconds. */
export const mostSkewMs = 60_000;
