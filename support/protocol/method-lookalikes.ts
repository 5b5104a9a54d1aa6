import { resolvePhrase } from './phrase.js';

/** Method names that are near to registered ones and are not, RFC 7636 §6.2.1: names are case-sensitive and compared whole. */
export interface MethodLookalike {
  readonly name: string;
  readonly value: string;
  readonly kind: 'unknown' | 'other case' | 'stray character';
}

export const METHOD_LOOKALIKES: readonly MethodLookalike[] = [
  ...['S512', 'SHA256', 'SHA-256', 'RS256', 'none', '256', 'S25', 'S2567', 'plain2', 'pla'].map((value) => ({
    name: value,
    value,
    kind: 'unknown' as const,
  })),
  ...['s256', 'Plain', 'PLAIN', 'pLAIN'].map((value) => ({ name: value, value, kind: 'other case' as const })),
  { name: 'S256 and a space', value: 'S256 ', kind: 'stray character' },
  { name: 'a space and S256', value: ' S256', kind: 'stray character' },
  { name: 'S256 and NUL', value: 'S256\0', kind: 'stray character' },
  { name: 'S256 and a line feed', value: 'S256\n', kind: 'stray character' },
  { name: 'S256, a line feed and more', value: 'S256\nx', kind: 'stray character' },
  { name: 'S256 on a second line', value: 'x\nS256', kind: 'stray character' },
  { name: 'plain, a line feed and more', value: 'plain\nx', kind: 'stray character' },
  { name: 'S256 and plain by comma', value: 'S256,plain', kind: 'stray character' },
  { name: 'S256 and plain by space', value: 'S256 plain', kind: 'stray character' },
  { name: 'S256 in quotes', value: '"S256"', kind: 'stray character' },
  { name: 'S256 with a long s', value: '\u017f256', kind: 'stray character' },
  { name: 'S256 in fullwidth characters', value: '\uff33\uff12\uff15\uff16', kind: 'stray character' },
];

/**
 * Resolves the name of a look-alike: `s256`, `S256 and a line feed`.
 *
 * @throws RangeError for a name that is not known, naming the nearest one that is.
 */
export function methodLookalike(name: string): string {
  return resolvePhrase('method', name, Object.fromEntries(METHOD_LOOKALIKES.map((known) => [known.name, known.value])));
}
