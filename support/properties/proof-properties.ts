import fc from 'fast-check';
import type { HeldToken } from '../actors/messages.js';
import { validity } from '../actors/validity.js';
import type { CodeChallengeMethod } from '../protocol/code-challenge.js';
import { LONGEST_VERIFIER, newCodeVerifier, SHORTEST_VERIFIER } from '../protocol/code-verifier.js';
import { Violation } from '../verdict/findings.js';
import { resourceOutcomeOf } from '../verdict/resource-outcome.js';
import type { Court } from './court.js';
import { holds } from './hold.js';
import { applyEdit, edits, tellEdit, type Edit } from './verifier-edits.js';

interface Bound {
  readonly length: number;
  readonly method: CodeChallengeMethod;
}

/** Every well-formed verifier opens the resource to the token that is bound to it. */
export function everyVerifierOpens(court: Court): Promise<void> {
  const { client, judge, trials } = court;
  const judged = async (bound: Bound): Promise<void> => {
    const token = await tokenBound(court, bound);
    await judge.opened(await client.proveToken(token, token.verifier));
  };
  return holds(trials, bounds(), judged, ({ length, method }) => `a ${method} token of a verifier of ${length} characters`);
}

/** No verifier opens the resource after any small edit. */
export function noEditedVerifierOpens(court: Court): Promise<void> {
  const { client, judge, trials } = court;
  const inputs = fc.record({ bound: bounds(), edit: edits().filter((edit) => travels(edit, client.target.proof?.carrier)) });
  let told = '';
  const judged = async ({ bound, edit }: { readonly bound: Bound; readonly edit: Edit }): Promise<void> => {
    const verifier = newCodeVerifier(bound.length);
    const edited = applyEdit(verifier, edit);
    if (edited === verifier) return;
    const token = await tokenBound(court, bound, verifier);
    try {
      await judge.notOpened(await client.proveToken(token, edited));
    } catch (error) {
      told = `${bound.method}: ${tellEdit({ verifier, edit, edited })}`;
      throw error;
    }
  };
  return holds(trials, inputs, judged, () => told);
}

/** A header field loses the blanks at its ends and carries no control characters. */
function travels(edit: Edit, carrier: 'form' | 'header' | 'query' | undefined): boolean {
  return carrier !== 'header' || edit.kind !== 'append' || edit.text === '=';
}

/**
 * Of tokens issued together none opens the resource at an age at which a younger one was refused, nor past its lifetime
 * (seconds). Each is used once; needs a clock that can be moved.
 */
export function tokensExpireForGood(court: Court, lifetime: number): Promise<void> {
  return holds(
    court.trials,
    ages(lifetime * 1000),
    (chosen) => expireInTurn(court, lifetime, chosen),
    (chosen) => `tokens of one instant, used after ${chosen.join(', ')} ms`,
  );
}

async function expireInTurn(court: Court, lifetime: number, chosen: readonly number[]): Promise<void> {
  const { client, judge } = court;
  const { tolerance } = client.target.lifetimes;
  const tokens: HeldToken[] = [];
  for (const _age of chosen) tokens.push(await tokenBound(court, { length: SHORTEST_VERIFIER, method: 'S256' }));
  let refusedAt: number | undefined;
  for (const [index, token] of tokens.entries()) {
    const age = chosen[index] ?? 0;
    await court.until(token.receivedAt + age);
    const answer = await client.proveToken(token, token.verifier);
    if (answer.sentAt >= validity(token, { lifetime, tolerance }).expired) await judge.notOpened(answer);
    const opened = resourceOutcomeOf(answer).kind === 'opened';
    if (opened && refusedAt !== undefined)
      throw new Violation(`no access after ${age} ms, as after ${refusedAt} ms`, 'the resource opened', { exchanges: [answer.n] });
    if (!opened) refusedAt ??= age;
  }
}

/** From the youngest to the oldest, many of them around the end of the lifetime; milliseconds. */
function ages(lifetime: number): fc.Arbitrary<readonly number[]> {
  const age = fc.oneof(fc.integer({ min: 0, max: 2 * lifetime }), fc.integer({ min: lifetime - 1000, max: lifetime + 1000 }));
  return fc.array(age, { minLength: 2, maxLength: 6 }).map((chosen) => chosen.toSorted((one, other) => one - other));
}

function bounds(): fc.Arbitrary<Bound> {
  const length = fc.oneof(
    fc.integer({ min: SHORTEST_VERIFIER, max: LONGEST_VERIFIER }),
    fc.constantFrom(SHORTEST_VERIFIER, LONGEST_VERIFIER),
  );
  return fc.record({ length, method: fc.constantFrom<CodeChallengeMethod>('S256', 'plain') });
}

async function tokenBound(
  { client, judge }: Court,
  { length, method }: Bound,
  verifier: string = newCodeVerifier(length),
): Promise<HeldToken> {
  const { exchange, asked } = await client.requestChallengeToken({ verifier, method });
  return judge.tokenFrom(exchange, asked);
}
