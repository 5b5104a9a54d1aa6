import { NothingToJudge, Violation } from './findings.js';

/** So many values show an alphabet and a counter; of fewer nothing can be said. */
const fewest = 20;

/** RFC 6749 §10.10: whoever guesses is right with a probability of 2^-128 at the most. */
const leastBits = 128;

/**
 * Values of one kind, in the order of their issue, from one server. They are guessable for certain where one comes twice,
 * where they count, or where even uniform characters could not make them hold 128 bits; what they have in common is no
 * secret and is taken off first. `issuedFor` says what each of them was issued for. Gives back what was measured, for a note.
 */
export function unguessable(values: readonly string[], issuedFor = 'requests'): string {
  const expected = `values of ${leastBits} bits or more that neither repeat nor count`;
  if (values.length < fewest) throw new NothingToJudge(`${values.length} values are too few to judge: it takes ${fewest}`);
  const repetitions = values.length - new Set(values).size;
  if (repetitions > 0)
    throw new Violation(expected, `duplicates for distinct ${issuedFor}: ${repetitions} of ${values.length} values had been issued before`);
  const varying = withoutCommonParts(values);
  const length = Math.min(...varying.map((value) => value.length));
  const alphabet = alphabetOf(varying.join(''));
  const measured = `${values.length} values of ${length} characters that vary, from ${alphabet}: at most ${Math.floor(length * Math.log2(alphabet))} bits`;
  if (isCounter(varying)) throw new Violation(expected, `values that count: ${measured}`);
  if (length * Math.log2(alphabet) < leastBits) throw new Violation(expected, measured);
  return measured;
}

/** Every value without what all begin with, end with or, where they are of one length, hold in the same place. */
function withoutCommonParts(values: readonly string[]): readonly string[] {
  const [first = ''] = values;
  if (values.every(({ length }) => length === first.length)) {
    const places = Array.from(first, (_, place) => place).filter((place) => values.some((value) => value[place] !== first[place]));
    return values.map((value) => places.map((place) => value[place]).join(''));
  }
  const shortest = Math.min(...values.map(({ length }) => length));
  const front = common(values, shortest, (value, place) => value.at(place));
  const back = common(values, shortest - front, (value, place) => value.at(-1 - place));
  return values.map((value) => value.slice(front, value.length - back));
}

function common(values: readonly string[], most: number, at: (value: string, place: number) => string | undefined): number {
  const [first = ''] = values;
  let count = 0;
  while (count < most && values.every((value) => at(value, count) === at(first, count))) count += 1;
  return count;
}

/** The size of the smallest customary alphabet that has all these characters; the characters seen could be fewer than there are. */
function alphabetOf(text: string): number {
  const [, size] = alphabets.find(([pattern]) => pattern.test(text)) ?? [/^/, 95];
  return size;
}

const alphabets: readonly (readonly [RegExp, number])[] = [
  [/^\d*$/, 10],
  [/^(?:[\da-f]*|[\dA-F]*)$/, 16],
  [/^(?:[a-z2-7]*|[A-Z2-7]*)$/, 32],
  [/^(?:[\da-z]*|[\dA-Z]*)$/, 36],
  [/^[\dA-Za-z]*$/, 62],
  [/^(?:[\w-]*|[\dA-Za-z+/=]*)$/, 64],
];

/** One after the other, each a little more than the one before; what a clock or a sequence yields. */
function isCounter(values: readonly string[]): boolean {
  const numbers = values.map(numberIn);
  return numbers.every((number, index) => {
    const before = numbers[index - 1];
    return number !== undefined && (index === 0 || (before !== undefined && number > before && number - before < 2n ** 32n));
  });
}

function numberIn(value: string): bigint | undefined {
  if (/^\d+$/.test(value)) return BigInt(value);
  return /^[\da-f]+$/i.test(value) ? BigInt(`0x${value}`) : undefined;
}
