import type { Answer } from './exchange.js';

/**
 * Milliseconds that an answer asks its client to wait (RFC 9110 §10.2.3): a number of seconds, or a date, which is held against
 * the Date of the same answer so that two clocks need not agree. Undefined where it does not say, or says nothing that can be read.
 */
export function retryAfterOf({ headers }: Answer, now: number): number | undefined {
  const said = first(headers['retry-after'])?.trim();
  if (said === undefined) return undefined;
  if (/^\d{1,9}$/.test(said)) return Number(said) * 1000;
  const until = Date.parse(said);
  if (Number.isNaN(until) || !/GMT$/.test(said)) return undefined;
  const theirs = Date.parse(first(headers['date']) ?? '');
  return Math.max(0, until - (Number.isNaN(theirs) ? now : theirs));
}

function first(value: string | readonly string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : value?.[0];
}
