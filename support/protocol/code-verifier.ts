import { randomBytes } from 'node:crypto';

declare const codeVerifier: unique symbol;

/** A string that the grammar of RFC 7636 §4.1 admits. */
export type CodeVerifier = string & { readonly [codeVerifier]: true };

/** Yields that many random octets; injected where a run has to be repeatable. */
export type RandomOctets = (octets: number) => Uint8Array;

export const SHORTEST_VERIFIER = 43;
export const LONGEST_VERIFIER = 128;

export const UPPER_CASE = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const LOWER_CASE = 'abcdefghijklmnopqrstuvwxyz';
export const DIGITS = '0123456789';
export const MARKS = '-._~';
/** The 66 unreserved characters of RFC 3986 §2.3, of which a verifier is made. */
export const UNRESERVED = UPPER_CASE + LOWER_CASE + DIGITS + MARKS;

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
export function newCodeVerifier(length = 64, random: RandomOctets = randomBytes): CodeVerifier {
  const text = newUnreservedString(length, random);
  if (!isCodeVerifier(text)) {
    throw new RangeError(`a code verifier has ${SHORTEST_VERIFIER} to ${LONGEST_VERIFIER} characters, not ${length} (RFC 7636 §4.1)`);
  }
  return text;
}

/** A fresh string of any length that is malformed as a verifier in its length alone; from six characters on it holds what a verifier holds. */
export function newUnreservedString(length: number, random: RandomOctets = randomBytes): string {
  const drawn = Array.from(draw(length, UNRESERVED.length, random), (index) => UNRESERVED.charAt(index));
  const held = ['K', '~', ...pick(LOWER_CASE, random), ...pick(DIGITS, random)];
  if (length < held.length + 2) return drawn.join('');
  placesWithin(length, held.length, random).forEach((place, index) => (drawn[place] = held[index] ?? ''));
  return drawn.join('');
}

function isUnreserved(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (!UNRESERVED.includes(text.charAt(at))) return false;
  return true;
}

function pick(alphabet: string, random: RandomOctets): string[] {
  return draw(1, alphabet.length, random).map((index) => alphabet.charAt(index));
}

/** Distinct places that are neither the first nor the last: the head of a shuffle. */
function placesWithin(length: number, count: number, random: RandomOctets): number[] {
  const places = Array.from({ length: length - 2 }, (_, index) => index + 1);
  return draw(count, places.length, random).map((drawn) => places.splice(drawn % places.length, 1)[0] ?? 0);
}

/** Numbers below the bound from two octets each, which keeps the bias under a thousandth and ends whatever the source yields. */
function draw(count: number, bound: number, random: RandomOctets): number[] {
  const octets = random(count * 2);
  return Array.from({ length: count }, (_, index) => (((octets[2 * index] ?? 0) << 8) | (octets[2 * index + 1] ?? 0)) % bound);
}
