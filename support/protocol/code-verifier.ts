import { randomOctets, type RandomOctets } from './random-octets.js';

declare const codeVerifier: unique symbol;

/** A string that the grammar of RFC 7636 §4.1 admits. */
export type CodeVerifier = string & { readonly [codeVerifier]: true };

export const SHORTEST_VERIFIER = 43;
export const LONGEST_VERIFIER = 128;

const UPPER_CASE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER_CASE = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const MARKS = '-._~';
/** The 66 unreserved characters of RFC 3986 §2.3, of which a verifier is made. */
export const UNRESERVED = UPPER_CASE + LOWER_CASE + DIGITS + MARKS;
const unreservedCodes = Buffer.from(UNRESERVED, 'latin1');

/** RFC 7636 §4.1: 43 to 128 unreserved characters and nothing else. */
export function isCodeVerifier(text: string): text is CodeVerifier {
  return text.length >= SHORTEST_VERIFIER && text.length <= LONGEST_VERIFIER && isUnreserved(text);
}

/**
 * A fresh verifier of so many characters. It always holds `K`, a small letter, a digit and `~`, none of them first or last,
 * so that every alteration of case, encoding or look-alike has something to alter.
 *
 * @throws RangeError where no verifier has that length.
 */
export function newCodeVerifier(length = 64, random: RandomOctets = randomOctets): CodeVerifier {
  const text = newUnreservedString(length, random);
  if (!isCodeVerifier(text)) {
    throw new RangeError(`a code verifier has ${SHORTEST_VERIFIER} to ${LONGEST_VERIFIER} characters, not ${length} (RFC 7636 §4.1)`);
  }
  return text;
}

/** A longer string repeats itself after so many characters: nobody guesses it, and a megabyte of octets costs more than all else that a scenario does. */
const BLOCK = 4096;

/**
 * A fresh string of any length that is malformed as a verifier in its length alone; from six characters on it holds what a verifier
 * holds. A shorter one begins with a letter: `0` is nothing to some servers, and that is another fault.
 */
export function newUnreservedString(length: number, random: RandomOctets = randomOctets): string {
  const block = Buffer.allocUnsafe(Math.min(length, BLOCK));
  const indices = draw(block.length, UNRESERVED.length, random);
  for (let at = 0; at < block.length; at += 1) block[at] = unreservedCodes[indices[at] ?? 0] ?? 0;
  const drawn = length > BLOCK ? Buffer.alloc(length, block) : block;
  const held = ['K', '~', pick(LOWER_CASE, random), pick(DIGITS, random)];
  if (length < held.length + 2) return (pick(UPPER_CASE + LOWER_CASE, random) + drawn.toString('latin1', 1)).slice(0, length);
  placesWithin(length, held.length, random).forEach((place, index) => drawn.write(held[index] ?? '', place, 'latin1'));
  return drawn.toString('latin1');
}

function isUnreserved(text: string): boolean {
  return !/[^A-Za-z0-9\-._~]/.test(text);
}

function pick(alphabet: string, random: RandomOctets): string {
  return alphabet.charAt(draw(1, alphabet.length, random)[0] ?? 0);
}

/** Distinct places that are neither the first nor the last: the head of a shuffle, without the deck. */
function placesWithin(length: number, count: number, random: RandomOctets): number[] {
  const left = length - 2;
  const taken: number[] = [];
  for (const drawn of draw(count, left, random)) {
    let place = 1 + (drawn % (left - taken.length));
    for (const earlier of taken.toSorted((one, other) => one - other)) if (earlier <= place) place += 1;
    taken.push(place);
  }
  return taken;
}

/** Numbers below the bound from two octets each, which keeps the bias under a thousandth and ends whatever the source yields. */
function draw(count: number, bound: number, random: RandomOctets): Uint16Array {
  const octets = random(count * 2);
  const drawn = new Uint16Array(count);
  for (let at = 0; at < count; at += 1) drawn[at] = (((octets[2 * at] ?? 0) << 8) | (octets[2 * at + 1] ?? 0)) % bound;
  return drawn;
}
