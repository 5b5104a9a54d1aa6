import { parseScope, sameScope } from '../protocol/scope.js';
import type { Exchange } from '../wire/exchange.js';
import { Violation } from './findings.js';
import { outcomeOf } from './outcome.js';

/**
 * Two grants of one scope, asked for in two writings, are of the same scope. A response that names none grants what
 * was asked for (RFC 6749 §5.1). Both answers hold a token; `requested` is the scope that both asked for, by spaces.
 */
export function grantsSameScope(requested: string, before: Exchange, after: Exchange): void {
  const [one, other] = [scopeOf(before, requested), scopeOf(after, requested)];
  if (sameScope(parseScope(one, 'comma-and-space'), parseScope(other, 'comma-and-space'))) return;
  throw new Violation(`the scope ${JSON.stringify(one)}, as granted before`, `the scope ${JSON.stringify(other)}`, {
    exchanges: [before.n, after.n],
  });
}

function scopeOf(answer: Exchange, requested: string): string {
  const outcome = outcomeOf(answer);
  const named = outcome.kind === 'granted' && outcome.response.kind === 'token' ? outcome.response.members['scope'] : undefined;
  return typeof named === 'string' ? named : requested;
}
