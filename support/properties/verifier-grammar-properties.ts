import fc from 'fast-check';
import { LONGEST_VERIFIER, newUnreservedString, SHORTEST_VERIFIER } from '../protocol/code-verifier.js';
import { ILLEGAL_CHARACTERS, type IllegalCharacter } from '../protocol/malformed-verifiers.js';
import { places } from './arbitraries.js';
import type { Court } from './court.js';
import { holds } from './hold.js';

/** No text of lawful length redeems a code although its hash went ahead, where one character of it is illegal; the others are fresh. */
export function noIllegalCharacterRedeems({ client, judge, trials }: Court, kind: IllegalCharacter['kind']): Promise<void> {
  const judged = async (shape: Shape): Promise<void> => {
    const code = await client.obtainCode({ verifier: verifierOf(shape) });
    return judge.notIssued(await client.redeem(code));
  };
  return holds(trials, shapes(kind), judged, (shape) => `${shape.illegal.name} as character ${placeOf(shape) + 1} of ${shape.length}`);
}

interface Shape {
  /** In characters, the illegal one counted. */
  readonly length: number;
  readonly illegal: IllegalCharacter;
  /** Modulo the length. */
  readonly at: number;
}

function shapes(kind: IllegalCharacter['kind']): fc.Arbitrary<Shape> {
  return fc.record({
    length: fc.integer({ min: SHORTEST_VERIFIER, max: LONGEST_VERIFIER }),
    illegal: fc.constantFrom(...ILLEGAL_CHARACTERS.filter((character) => character.kind === kind)),
    at: places(),
  });
}

function verifierOf(shape: Shape): string {
  const { character } = shape.illegal;
  const rest = newUnreservedString(shape.length - Array.from(character).length);
  return rest.slice(0, placeOf(shape)) + character + rest.slice(placeOf(shape));
}

function placeOf({ length, illegal, at }: Shape): number {
  return at % (length - Array.from(illegal.character).length + 1);
}
