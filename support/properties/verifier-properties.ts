import fc from 'fast-check';
import { withParameter } from '../actors/changes.js';
import { LONGEST_VERIFIER, newCodeVerifier, newUnreservedString, SHORTEST_VERIFIER } from '../protocol/code-verifier.js';
import type { Exchange } from '../wire/exchange.js';
import type { Court } from './court.js';
import { drawnVerifiers, marks, verifierTold } from './drawn-verifiers.js';
import { holds } from './hold.js';
import { applyEdit, edits, tellEdit, type EditedVerifier } from './verifier-edits.js';

/** Every well-formed verifier of such a length redeems the code bound to it; both ends come more often. */
export function everyVerifierRedeems(court: Court, shortest: number, longest: number): Promise<void> {
  return ofEachLength(court, shortest, longest, (answer) => court.judge.issued(answer));
}

/** No text of such a length redeems a code, although its hash went ahead. */
export function noVerifierRedeems(court: Court, shortest: number, longest: number): Promise<void> {
  return ofEachLength(court, shortest, longest, (answer) => court.judge.notIssued(answer));
}

function ofEachLength(
  { client, trials }: Court,
  shortest: number,
  longest: number,
  judge: (answer: Exchange) => Promise<void>,
): Promise<void> {
  const drawn = drawnVerifiers(trials);
  const inputs = fc.record({ length: lengths(shortest, longest), mark: marks() });
  const presented = new Map<Drawn, string>();
  const judged = async (input: Drawn): Promise<void> => {
    const octets = drawn.of(input.mark);
    const code = await client.obtainCodeFor(() => newUnreservedString(input.length, octets));
    presented.set(input, code.verifier);
    await judge(await client.redeem(code));
  };
  return holds(drawn.trials, inputs, judged, (input) => drawn.told(verifierTold(presented.get(input) ?? '')));
}

interface Drawn {
  readonly length: number;
  readonly mark: number;
}

/** No verifier redeems a code after any small edit. */
export function noEditedVerifierRedeems({ client, judge, trials }: Court): Promise<void> {
  const drawn = drawnVerifiers(trials);
  const inputs = fc
    .record({ length: lengths(SHORTEST_VERIFIER, LONGEST_VERIFIER), edit: edits(), mark: marks() })
    .map(({ length, mark, edit }): EditedVerifier => {
      const verifier = newCodeVerifier(length, drawn.of(mark));
      return { verifier, edit, edited: applyEdit(verifier, edit) };
    });
  const judged = async ({ verifier, edited }: EditedVerifier): Promise<void> => {
    const code = await client.obtainCode({ verifier });
    if (edited !== verifier) await judge.notIssued(await client.redeem(code, withParameter('code_verifier', edited)));
  };
  return holds(drawn.trials, inputs, judged, (input) => drawn.told(tellEdit(input)));
}

function lengths(shortest: number, longest: number): fc.Arbitrary<number> {
  return fc.oneof({ arbitrary: fc.integer({ min: shortest, max: longest }), weight: 2 }, fc.constantFrom(shortest, longest));
}
