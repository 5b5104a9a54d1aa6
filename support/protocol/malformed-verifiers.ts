import { s256 } from './code-challenge.js';
import { newUnreservedString, UNRESERVED } from './code-verifier.js';
import type { RandomOctets } from './random-octets.js';
import { resolvePhrase } from './phrase.js';

export type CharacterPlace = 'at the start' | 'in the middle' | 'at the end';

/** A character that no verifier may hold, with the class whose defect it shows. */
export interface IllegalCharacter {
  readonly name: string;
  readonly character: string;
  readonly kind: 'punctuation' | 'control' | 'non-ASCII';
}

/**
 * Every ASCII character outside the grammar of RFC 7636 §4.1, the control characters that a trailing-newline or C-string defect
 * turns on, and letters and digits of other scripts that a Unicode-minded check takes for ASCII.
 */
export const ILLEGAL_CHARACTERS: readonly IllegalCharacter[] = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index))
    .filter((character) => !UNRESERVED.includes(character))
    .map((character) => ({ name: character === ' ' ? 'space' : character, character, kind: 'punctuation' as const })),
  { name: 'NUL', character: '\0', kind: 'control' },
  { name: 'BEL', character: '\x07', kind: 'control' },
  { name: 'tab', character: '\t', kind: 'control' },
  { name: 'line feed', character: '\n', kind: 'control' },
  { name: 'carriage return', character: '\r', kind: 'control' },
  { name: 'carriage return and line feed', character: '\r\n', kind: 'control' },
  { name: 'DEL', character: '\x7f', kind: 'control' },
  { name: 'e with acute', character: '\u00e9', kind: 'non-ASCII' },
  { name: 'Arabic digit zero', character: '\u0660', kind: 'non-ASCII' },
  { name: 'fullwidth A', character: '\uff21', kind: 'non-ASCII' },
  { name: 'key emoji', character: '\u{1f511}', kind: 'non-ASCII' },
];

/**
 * Resolves the name of an illegal character: `space`, `+`, `line feed`.
 *
 * @throws RangeError for a name that is not known, naming the nearest one that is.
 */
export function illegalCharacter(name: string): string {
  return resolvePhrase('illegal character', name, Object.fromEntries(ILLEGAL_CHARACTERS.map((known) => [known.name, known.character])));
}

/** A verifier of lawful length (in characters, 43 unless said otherwise) that is malformed in this one character alone. */
export function verifierHolding(character: string, place: CharacterPlace = 'in the middle', length = 43, random?: RandomOctets): string {
  const rest = newUnreservedString(length - Array.from(character).length, random);
  const at = { 'at the start': 0, 'in the middle': Math.floor(rest.length / 2), 'at the end': rest.length }[place];
  return rest.slice(0, at) + character + rest.slice(at);
}

/** Bodies that no UTF-8 decoder may accept, to be sent in place of a character: a lone octet, and `A` in two octets where it has one. */
export const INVALID_UTF8: Readonly<Record<string, string>> = {
  'an octet that UTF-8 never uses': '%FF',
  'an overlong encoding of A': '%C1%81',
};

/** How a server that does not refuse such octets may read them. */
export type OctetReading = (typeof OCTET_READINGS)[number];

export const OCTET_READINGS = ['as they stand', 'as replacement characters', 'as Latin-1', 'as the letter A'] as const;

export interface VerifierInOctets {
  /** Well-formed, with `A` in the place of the octets. */
  readonly verifier: string;
  readonly sent: { readonly encoded: string };
  /** What a server that reads the octets in that way holds the verifier against. */
  readonly challenge: string;
}

/**
 * A verifier whose middle character is sent as octets that are no UTF-8.
 *
 * @throws RangeError for a name that is not known, naming the nearest one that is.
 */
export function verifierInOctets(name: string, reading: OctetReading, random?: RandomOctets): VerifierInOctets {
  const octets = resolvePhrase('octets', name, INVALID_UTF8);
  const [before, after] = [newUnreservedString(21, random), newUnreservedString(21, random)];
  const raw = Buffer.from(octets.replaceAll('%', ''), 'hex');
  const read = {
    'as they stand': Buffer.concat([Buffer.from(before), raw, Buffer.from(after)]),
    'as replacement characters': before + new TextDecoder().decode(raw) + after,
    'as Latin-1': before + raw.toString('latin1') + after,
    'as the letter A': `${before}A${after}`,
  }[reading];
  return { verifier: `${before}A${after}`, sent: { encoded: before + octets + after }, challenge: s256(read) };
}
