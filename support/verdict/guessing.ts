import { Violation } from './findings.js';

/** Bits below which a guess is too likely, RFC 6749 §10.10. */
const least = 128;

/**
 * Broken by what no chance explains: a value that came twice, or too little of it that changes from one to the next.
 * The bits are an upper bound (places that vary, times what the alphabet can hold), so a server that passes is not
 * thereby shown to be random. Gives back the bound, for a note. `what` names the values, in the plural.
 */
export function hardToGuess(what: string, values: readonly string[]): string {
  const repeated = values.length - new Set(values).size;
  if (repeated > 0) throw new Violation(`${what} that are all different`, `${repeated} of ${values.length} ${what} came before`);
  const places = varyingPlaces(values);
  const alphabet = alphabetOf(places.map(({ characters }) => characters).join(''));
  const bits = Math.floor(places.length * Math.log2(Math.max(alphabet, 1)));
  const told = `${places.length} characters vary, of an alphabet of ${alphabet}: ${bits} bits at the most`;
  if (bits < least) throw new Violation(`${what} that hold ${least} bits of chance`, `${values.length} ${what} of which ${told}`);
  return `${values.length} ${what}, of which ${told}`;
}

/** The places that do not hold the same character in all of the values, behind their common beginning and before their common end. */
function varyingPlaces(values: readonly string[]): readonly { readonly characters: string }[] {
  const [first = ''] = values;
  const head = commonLength(values);
  const rests = values.map((value) => value.slice(head));
  const tail = commonLength(rests.map((rest) => Array.from(rest).reverse().join('')));
  const cores = rests.map((rest) => rest.slice(0, rest.length - tail));
  const shortest = Math.min(first.length, ...cores.map(({ length }) => length));
  return Array.from({ length: shortest }, (_, at) => ({ characters: cores.map((core) => core.charAt(at)).join('') })).filter(
    ({ characters }) => new Set(characters).size > 1,
  );
}

function commonLength(values: readonly string[]): number {
  const [first = '', ...others] = values;
  const differs = Array.from(first).findIndex((character, at) => others.some((other) => other.charAt(at) !== character));
  return differs < 0 ? first.length : differs;
}

/** The size of the smallest customary alphabet that holds all of the characters. */
function alphabetOf(characters: string): number {
  const customary: readonly (readonly [number, RegExp])[] = [
    [10, /^\d*$/],
    [16, /^(?:[\da-f]*|[\dA-F]*)$/],
    [26, /^(?:[a-z]*|[A-Z]*)$/],
    [32, /^[A-Z2-7]*$/],
    [36, /^(?:[\da-z]*|[\dA-Z]*)$/],
    [62, /^[\dA-Za-z]*$/],
    [64, /^[\w-]*$/],
    [66, /^[\w.~-]*$/],
  ];
  return customary.find(([, alphabet]) => alphabet.test(characters))?.[0] ?? 94;
}
