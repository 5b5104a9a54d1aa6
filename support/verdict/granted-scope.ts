import { parseScope, sameScope } from '../protocol/scope.js';
import type { Exchange } from '../wire/exchange.js';
import { NothingToJudge, Violation } from './findings.js';
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
  return scopeNamed(answer) ?? requested;
}

/** The scope that a token response names, if it names one. One in an envelope, or that is no text, is judged by rules of its own. */
export function scopeNamed(answer: Exchange): string | undefined {
  const outcome = outcomeOf(answer);
  if (outcome.kind !== 'granted' || outcome.response.kind !== 'token') return undefined;
  const { members, tokens } = outcome.response;
  if (members['access_token'] === undefined && tokens.some(({ path }) => path.includes('.')))
    throw new NothingToJudge('the members of the response stand in an envelope');
  const scope = members['scope'] ?? undefined;
  if (scope !== undefined && typeof scope !== 'string') throw new NothingToJudge('the scope of the response is no text');
  return scope;
}

/** The scope that a token response grants, by the space of RFC 6749 §3.3; one that names none grants what was asked for (§5.1). */
export function grantedScope(answer: Exchange, requested: string): ReadonlySet<string> {
  return parseScope(scopeOf(answer, requested));
}

/** What is granted is the same set as before. */
export function sameSet(granted: ReadonlySet<string>, before: ReadonlySet<string>, { n }: Exchange): void {
  if (sameScope(granted, before)) return;
  throw new Violation(`the scope ${told(before)}, in any order`, `the scope ${told(granted)}`, { exchanges: [n] });
}

/** The scope is not among what is granted. */
export function neverGranted(scope: string, granted: ReadonlySet<string>, { n }: Exchange): void {
  if (!granted.has(scope)) return;
  throw new Violation(`a refusal, or a scope without ${JSON.stringify(scope)}`, `the scope ${told(granted)}`, { exchanges: [n] });
}

function told(scope: ReadonlySet<string>): string {
  return JSON.stringify([...scope].join(' '));
}
