import { isWithinScope, parseScope, sameScope } from '../protocol/scope.js';
import type { ControlBench } from './demand-control.js';
import { Violation } from './findings.js';
import { scopeNamed } from './granted-scope.js';
import type { Judge } from './judge.js';
import { outcomeOf } from './outcome.js';
import { refreshRefused } from './refreshed.js';
import type { Exchange } from '../wire/exchange.js';

/**
 * RFC 6749 §6: a refresh for more than was granted at first is refused, or grants no more than that. A response that
 * names no scope grants what was asked for (§5.1). `requested` is what was asked for at first.
 */
export async function grantsNothingBeyond(
  judge: Judge,
  bench: ControlBench,
  first: Exchange,
  requested: string,
  answer: Exchange,
): Promise<void> {
  if (outcomeOf(answer).kind !== 'granted') return refreshRefused(judge, bench, answer);
  const granted = scopeNamed(first) ?? requested;
  const refreshed = scopeNamed(answer);
  if (refreshed !== undefined && isWithinScope(parseScope(refreshed), parseScope(granted))) {
    judge.note('a refresh for more than was granted yields what was granted');
    return;
  }
  throw new Violation(
    `a refusal, or a token for no more than ${JSON.stringify(granted)}`,
    refreshed === undefined
      ? 'a token for all that was asked for: the response names no scope'
      : `a token for ${JSON.stringify(refreshed)}`,
    { exchanges: [first.n, answer.n] },
  );
}

/** What is worth a note where a refresh for less yields more than was asked for; a token came. */
export function grantsScopeOf(requested: string, answer: Exchange): string | undefined {
  const refreshed = scopeNamed(answer);
  if (refreshed === undefined || isWithinScope(parseScope(refreshed), parseScope(requested))) return undefined;
  return `a refresh for ${JSON.stringify(requested)} yields ${JSON.stringify(refreshed)}`;
}

/** A refresh that asks for all, or names nothing, yields all that was granted at first; a token came. */
export function grantsExactly(first: Exchange, requested: string, answer: Exchange): void {
  const granted = scopeNamed(first) ?? requested;
  const refreshed = scopeNamed(answer);
  if (refreshed === undefined || sameScope(parseScope(refreshed), parseScope(granted))) return;
  throw new Violation(`a token for ${JSON.stringify(granted)}, as granted at first`, `a token for ${JSON.stringify(refreshed)}`, {
    exchanges: [first.n, answer.n],
  });
}
