import fc from 'fast-check';
import { withParameter } from '../actors/changes.js';
import { LONGEST_VERIFIER, newCodeVerifier, newUnreservedString, SHORTEST_VERIFIER } from '../protocol/code-verifier.js';
import type { Court } from './court.js';
import { holds } from './hold.js';
import { applyEdit, edits, tellEdit } from './verifier-edits.js';

/*
 * The seed chooses lengths, edits and places. The characters are fresh each time: a server that remembers verifiers
 * would otherwise remember those of the run before.
 */

/** Every well-formed verifier of such a length redeems the code bound to it; both ends come more often. */
export function everyVerifierRedeems({ client, judge, trials }: Court, shortest: number, longest: number): Promise<void> {
  const judged = async (length: number): Promise<void> =>
    judge.issued(await client.redeem(await client.obtainCode({ verifier: newUnreservedString(length) })));
  return holds(trials, lengths(shortest, longest), judged, (length) => `a verifier of ${length} characters`);
}

/** No text of such a length redeems a code, although its hash went ahead. */
export function noVerifierRedeems({ client, judge, trials }: Court, shortest: number, longest: number): Promise<void> {
  const judged = async (length: number): Promise<void> =>
    judge.notIssued(await client.redeem(await client.obtainCode({ verifier: newUnreservedString(length) })));
  return holds(trials, lengths(shortest, longest), judged, (length) => `a verifier of ${length} characters`);
}

/** No verifier redeems a code after any small edit. */
export function noEditedVerifierRedeems({ client, judge, trials }: Court): Promise<void> {
  const inputs = fc.record({ length: lengths(SHORTEST_VERIFIER, LONGEST_VERIFIER), edit: edits() });
  let told = '';
  return holds(
    trials,
    inputs,
    async ({ length, edit }) => {
      const verifier = newCodeVerifier(length);
      const code = await client.obtainCode({ verifier });
      const edited = applyEdit(verifier, edit);
      if (edited === verifier) return;
      try {
        await judge.notIssued(await client.redeem(code, withParameter('code_verifier', edited)));
      } catch (error) {
        told = tellEdit({ verifier, edit, edited });
        throw error;
      }
    },
    () => told,
  );
}

function lengths(shortest: number, longest: number): fc.Arbitrary<number> {
  return fc.oneof({ arbitrary: fc.integer({ min: shortest, max: longest }), weight: 2 }, fc.constantFrom(shortest, longest));
}
