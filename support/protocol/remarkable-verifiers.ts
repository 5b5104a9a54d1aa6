import { isCodeVerifier, newCodeVerifier, UNRESERVED, type CodeVerifier, type RandomOctets } from './code-verifier.js';
import { resolvePhrase } from './phrase.js';

/**
 * Lawful verifiers that a check with too narrow an alphabet refuses, by name: `the whole alphabet`, `tildes only`, `a dot at the end`.
 *
 * @throws RangeError for an unknown name, naming the nearest known one.
 */
export function remarkableVerifier(name: string, random?: RandomOctets): CodeVerifier {
  const make = resolvePhrase('verifier', name, VERIFIERS);
  const verifier = make(newCodeVerifier(43, random));
  if (!isCodeVerifier(verifier)) throw new RangeError(`"${name}" is no verifier: ${verifier}`);
  return verifier;
}

const MARK_NAMES = { hyphen: '-', dot: '.', underscore: '_', tilde: '~' } as const;

const VERIFIERS: Readonly<Record<string, (fresh: string) => string>> = {
  'the whole alphabet': () => UNRESERVED,
  ...Object.fromEntries(
    Object.entries(MARK_NAMES).flatMap(([name, mark]) => [
      [`${name}s only`, () => mark.repeat(43)],
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
