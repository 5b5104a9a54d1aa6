import fc from 'fast-check';
import type { CodeChallengeMethod } from '../protocol/code-challenge.js';
import { LONGEST_VERIFIER, newCodeVerifier, SHORTEST_VERIFIER } from '../protocol/code-verifier.js';
import { methods } from './arbitraries.js';
import type { Court } from './court.js';
import { holds } from './hold.js';

/*
 * The seed chooses lengths and methods. The characters are fresh each time: a server that remembers verifiers
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

function lengths(): fc.Arbitrary<number> {
  return fc.oneof(
    { arbitrary: fc.integer({ min: SHORTEST_VERIFIER, max: LONGEST_VERIFIER }), weight: 2 },
    fc.constantFrom(SHORTEST_VERIFIER, LONGEST_VERIFIER),
  );
}
