import fc from 'fast-check';
import type { CodeChallengeMethod } from '../protocol/code-challenge.js';
import { LONGEST_VERIFIER, newCodeVerifier, SHORTEST_VERIFIER, type CodeVerifier } from '../protocol/code-verifier.js';
import { methods } from './arbitraries.js';
import type { Court } from './court.js';
import { drawnVerifiers, marks, verifierTold } from './drawn-verifiers.js';
import { holds } from './hold.js';

/** Every well-formed verifier redeems the code whose challenge was made from it, by any of the methods offered. */
export function everyRoundTripSucceeds({ client, judge, trials }: Court, offered: readonly CodeChallengeMethod[]): Promise<void> {
  const drawn = drawnVerifiers(trials);
  const inputs = fc.record({ length: lengths(), method: methods(offered), mark: marks() });
  const verifierOf = ({ length, mark }: RoundTrip): CodeVerifier => newCodeVerifier(length, drawn.of(mark));
  const judged = async (input: RoundTrip): Promise<void> =>
    judge.issued(await client.redeem(await client.obtainCode({ verifier: verifierOf(input), method: input.method })));
  return holds(drawn.trials, inputs, judged, (input) => drawn.told(`${verifierTold(verifierOf(input))}, under ${input.method}`));
}

interface RoundTrip {
  readonly length: number;
  readonly method: CodeChallengeMethod;
  readonly mark: number;
}

function lengths(): fc.Arbitrary<number> {
  return fc.oneof(
    { arbitrary: fc.integer({ min: SHORTEST_VERIFIER, max: LONGEST_VERIFIER }), weight: 2 },
    fc.constantFrom(SHORTEST_VERIFIER, LONGEST_VERIFIER),
  );
}
