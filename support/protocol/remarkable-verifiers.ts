import { randomBytes } from 'node:crypto';
import { isCodeVerifier, LONGEST_VERIFIER, newCodeVerifier, SHORTEST_VERIFIER, UNRESERVED, type CodeVerifier } from './code-verifier.js';
import type { RandomOctets } from './random-octets.js';
import { resolvePhrase } from './phrase.js';

/**
 * Lawful verifiers that a check with too narrow an alphabet refuses, by name: `the whole alphabet`, `tildes only`, `a dot at the end`.
 * They are drawn anew each time, as far as they can be: a server may refuse a challenge that it has seen before.
 *
 * @throws RangeError for an unknown name, naming the nearest known one.
 */
export function remarkableVerifier(name: string, random: RandomOctets = randomBytes): CodeVerifier {
  const make = resolvePhrase('verifier', name, VERIFIERS);
  const verifier = make(newCodeVerifier(undefined, random), random);
  if (!isCodeVerifier(verifier)) throw new RangeError(`"${name}" is no verifier: ${verifier}`);
  return verifier;
}

const MARK_NAMES = { hyphen: '-', dot: '.', underscore: '_', tilde: '~' } as const;

const VERIFIERS: Readonly<Record<string, (fresh: string, random: RandomOctets) => string>> = {
  'the whole alphabet': (_fresh, random) => shuffled(UNRESERVED, random),
  ...Object.fromEntries(
    Object.entries(MARK_NAMES).flatMap(([name, mark]) => [
      [`${name}s only`, (_fresh: string, random: RandomOctets) => mark.repeat(lawfulLength(random))],
      [`${article(name)} ${name} at the start`, (fresh: string) => mark + fresh.slice(1)],
      [`${article(name)} ${name} at the end`, (fresh: string) => fresh.slice(0, -1) + mark],
    ]),
  ),
};

/** Every name that `remarkableVerifier` knows. */
export const REMARKABLE_VERIFIERS: readonly string[] = Object.keys(VERIFIERS);

function article(name: string): string {
  return name.startsWith('u') ? 'an' : 'a';
}

/** Never the shortest or the longest: lengths are another matter. */
function lawfulLength(random: RandomOctets): number {
  return SHORTEST_VERIFIER + 1 + ((random(1)[0] ?? 0) % (LONGEST_VERIFIER - SHORTEST_VERIFIER - 1));
}

function shuffled(text: string, random: RandomOctets): string {
  const ranks = random(text.length * 2);
  const rank = (index: number): number => ((ranks[2 * index] ?? 0) << 8) | (ranks[2 * index + 1] ?? 0);
  return Array.from(text, (character, index) => ({ character, rank: rank(index) }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ character }) => character)
    .join('');
}
