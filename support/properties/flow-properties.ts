import fc from 'fast-check';
import { withParameter } from '../actors/changes.js';
import type { IssuedCode } from '../actors/messages.js';
import type { CodeChallengeMethod } from '../protocol/code-challenge.js';
import { LONGEST_VERIFIER, newCodeVerifier, SHORTEST_VERIFIER } from '../protocol/code-verifier.js';
import { methods } from './arbitraries.js';
import type { Court } from './court.js';
import { holds } from './hold.js';

/*
 * The seed chooses lengths, methods and pairings. The characters are fresh each time: a server that remembers verifiers
 * would otherwise remember those of the run before.
 */

/** Every well-formed verifier redeems the code whose challenge was made from it, by any of the methods offered. */
export function everyRoundTripSucceeds({ client, judge, trials }: Court, offered: readonly CodeChallengeMethod[]): Promise<void> {
  const inputs = fc.record({ length: lengths(), method: methods(offered) });
  const judged = async ({ length, method }: RoundTrip): Promise<void> =>
    judge.issued(await client.redeem(await client.obtainCode({ verifier: newCodeVerifier(length), method })));
  return holds(trials, inputs, judged, ({ length, method }) => `a verifier of ${length} characters under ${method}`);
}

interface RoundTrip {
  readonly length: number;
  readonly method: CodeChallengeMethod;
}

/**
 * Several codes of one client under way at once: each is redeemed once, with the verifier of any of them, and a token comes
 * where the two belong together and nowhere else. Where a new code cancels the old ones, `concurrent` is false and only the
 * newest is redeemed.
 */
export function ownVerifierAlone({ client, judge, trials }: Court, concurrent: boolean): Promise<void> {
  const place = fc.nat({ max: 59 });
  const pairing = fc.record({ code: place, verifier: fc.option(place, { nil: undefined, freq: 3 }) });
  const inputs = fc.record({ count: fc.integer({ min: 2, max: 6 }), pairings: fc.array(pairing, { minLength: 1, maxLength: 6 }) });
  const judged = async (interleaving: Interleaving): Promise<void> => {
    const codes: IssuedCode[] = [];
    for (let nth = 0; nth < interleaving.count; nth += 1) codes.push(await client.obtainCode());
    for (const [code, verifier] of attemptsOf(interleaving, concurrent)) {
      const [redeemed, shown] = [codes[code], codes[verifier]];
      if (redeemed === undefined || shown === undefined) continue;
      const answer = await client.redeem(redeemed, withParameter('code_verifier', shown.verifier));
      await (code === verifier ? judge.issued(answer) : judge.notIssued(answer));
    }
  };
  return holds(trials, inputs, judged, (interleaving) =>
    attemptsOf(interleaving, concurrent).map(tellAttempt(interleaving.count)).join(', then '),
  );
}

interface Interleaving {
  readonly count: number;
  /** Places are taken modulo the count; without a verifier the code's own is meant. */
  readonly pairings: readonly { readonly code: number; readonly verifier: number | undefined }[];
}

/** Which code is redeemed with whose verifier, in this order; no code twice, as a failure may burn it. */
function attemptsOf({ count, pairings }: Interleaving, concurrent: boolean): readonly (readonly [code: number, verifier: number])[] {
  const attempts = new Map<number, number>();
  for (const pairing of pairings) {
    const code = concurrent ? pairing.code % count : count - 1;
    if (!attempts.has(code)) attempts.set(code, pairing.verifier === undefined ? code : pairing.verifier % count);
  }
  return [...attempts];
}

function tellAttempt(count: number): (attempt: readonly [number, number]) => string {
  return ([code, verifier]) => `code ${code + 1} of ${count} with the verifier of code ${verifier + 1}`;
}

function lengths(): fc.Arbitrary<number> {
  return fc.oneof(
    { arbitrary: fc.integer({ min: SHORTEST_VERIFIER, max: LONGEST_VERIFIER }), weight: 2 },
    fc.constantFrom(SHORTEST_VERIFIER, LONGEST_VERIFIER),
  );
}
