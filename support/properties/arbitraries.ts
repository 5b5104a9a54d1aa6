import fc from 'fast-check';
import { CODE_CHALLENGE_METHODS, type CodeChallengeMethod } from '../protocol/code-challenge.js';
import { LONGEST_VERIFIER, SHORTEST_VERIFIER, UNRESERVED, type CodeVerifier } from '../protocol/code-verifier.js';
import { ILLEGAL_CHARACTERS, type IllegalCharacter } from '../protocol/malformed-verifiers.js';
import { METHOD_LOOKALIKES } from '../protocol/method-lookalikes.js';

/** Every well-formed verifier, RFC 7636 §4.1; both ends of the range and one step inside each come more often. */
export function legalVerifiers(): fc.Arbitrary<CodeVerifier> {
  const anywhere = unreserved(SHORTEST_VERIFIER, LONGEST_VERIFIER);
  const edges = [SHORTEST_VERIFIER, SHORTEST_VERIFIER + 1, LONGEST_VERIFIER - 1, LONGEST_VERIFIER].map((length) =>
    unreserved(length, length),
  );
  return fc.oneof({ withCrossShrink: true }, { arbitrary: anywhere, weight: edges.length }, ...edges) as fc.Arbitrary<CodeVerifier>;
}

/** Two well-formed verifiers that are not the same. */
export function distinctVerifiers(): fc.Arbitrary<readonly [CodeVerifier, CodeVerifier]> {
  return fc.tuple(legalVerifiers(), legalVerifiers()).filter(([one, other]) => one !== other);
}

/** A verifier that is malformed, and how. */
export interface IllegalVerifier {
  readonly text: string;
  readonly kind: 'too short' | 'too long' | IllegalCharacter['kind'];
  readonly story: string;
}

/** Texts that the grammar leaves out: by their length alone, or by one character alone. `longest` bounds the length in characters. */
export function illegalVerifiers(longest = 171): fc.Arbitrary<IllegalVerifier> {
  const ofLength = (kind: 'too short' | 'too long', text: string): IllegalVerifier => ({ text, kind, story: `${text.length} characters` });
  const short = fc.oneof(unreserved(1, SHORTEST_VERIFIER - 1), unreserved(SHORTEST_VERIFIER - 1, SHORTEST_VERIFIER - 1));
  const long = fc.oneof(unreserved(LONGEST_VERIFIER + 1, longest), unreserved(LONGEST_VERIFIER + 1, LONGEST_VERIFIER + 1));
  return fc.oneof(
    short.map((text) => ofLength('too short', text)),
    long.map((text) => ofLength('too long', text)),
    verifiersWithIllegalCharacter(),
  );
}

/** Texts of lawful length with one character that no verifier may hold. */
export function verifiersWithIllegalCharacter(): fc.Arbitrary<IllegalVerifier> {
  return fc
    .record({
      rest: unreserved(SHORTEST_VERIFIER - 1, LONGEST_VERIFIER - 2),
      illegal: fc.constantFrom(...ILLEGAL_CHARACTERS),
      at: places(),
    })
    .map(({ rest, illegal, at }) => {
      const place = at % (rest.length + 1);
      return {
        text: rest.slice(0, place) + illegal.character + rest.slice(place),
        kind: illegal.kind,
        story: `${illegal.name} as character ${place + 1}`,
      };
    });
}

/** One of the methods that the server offers. */
export function methods(offered: readonly CodeChallengeMethod[] = CODE_CHALLENGE_METHODS): fc.Arbitrary<CodeChallengeMethod> {
  return fc.constantFrom(...offered);
}

/** A method name that the server does not know, never empty: near to a registered one, or anything at all. */
export function unknownMethods(offered: readonly string[] = CODE_CHALLENGE_METHODS): fc.Arbitrary<string> {
  const near = fc.constantFrom(...METHOD_LOOKALIKES.map(({ value }) => value), ...CODE_CHALLENGE_METHODS);
  const far = fc.oneof(fc.string({ minLength: 1, maxLength: 20 }), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }));
  return fc.oneof({ arbitrary: near, weight: 3 }, { arbitrary: far, weight: 1 }).filter((method) => !offered.includes(method));
}

/** Unreserved text of a length between the two, both counted in. */
function unreserved(shortest: number, longest: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...UNRESERVED), minLength: shortest, maxLength: longest });
}

/** A number to be taken modulo a length, so that it stays a place while the text shrinks. */
export function places(): fc.Arbitrary<number> {
  return fc.nat({ max: 4095 });
}
