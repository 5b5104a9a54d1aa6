import { isWithinScope, parseScope } from '../protocol/scope.js';
import type { Exchange } from '../wire/exchange.js';
import { Violation } from './findings.js';
import { grantedScope } from './granted-scope.js';
import { responseParameters } from './response-parameters.js';

/** RFC 9126 §4: the response at this address does not hold what the front channel added. */
export function keepsOut(name: string, value: string, url: string, { n }: Exchange): void {
  if (!responseParameters(url).getAll(name).includes(value)) return;
  throw new Violation(`the ${name} that was pushed`, `the ${name} ${JSON.stringify(value)} of the front channel`, { exchanges: [n] });
}

/**
 * A pushed request for `requested` yields no more with a scope beside its reference than it does without. Where a server
 * grants more than it was asked for (RFC 6749 §3.3), it does so in both. Both answers hold a token.
 */
export function grantsNoMore(requested: string, without: Exchange, beside: Exchange): void {
  const before = new Set([...grantedScope(without, requested), ...parseScope(requested)]);
  const granted = grantedScope(beside, requested);
  if (isWithinScope(granted, before)) return;
  throw new Violation(
    `a token for no more than ${JSON.stringify([...before].join(' '))}`,
    `a token for ${JSON.stringify([...granted].join(' '))}`,
    { exchanges: [without.n, beside.n] },
  );
}
