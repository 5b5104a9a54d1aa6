import fc from 'fast-check';
import { decodedText, encodeWhere, type FormField, type FormText, type HexCase } from '../protocol/form.js';
import { places } from './arbitraries.js';

/** Which characters to percent-encode although they need it not: the mask is repeated along the text. */
export interface EncodeMask {
  readonly mask: readonly boolean[];
  readonly hexCase: HexCase;
}

export function encodeMasks(): fc.Arbitrary<EncodeMask> {
  return fc.record({
    mask: fc.array(fc.boolean(), { minLength: 1, maxLength: 16 }),
    hexCase: fc.constantFrom('lower' as const, 'upper' as const),
  });
}

/** The text written under the mask; decoded once it is the text. */
export function writtenUnder({ mask, hexCase }: EncodeMask, text: FormText): { readonly encoded: string } {
  return { encoded: encodeWhere(decodedText(text), (index) => mask[index % mask.length] ?? false, hexCase) };
}

/** The same fields in any order. */
export function permutations(fields: readonly FormField[]): fc.Arbitrary<FormField[]> {
  return fc.shuffledSubarray([...fields], { minLength: fields.length });
}

/** The same fields in any order and any writing: what a form parser must not notice. */
export function rewrittenForms(fields: readonly FormField[]): fc.Arbitrary<FormField[]> {
  const masks = fc.array(fc.tuple(encodeMasks(), encodeMasks()), { minLength: fields.length, maxLength: fields.length });
  return fc
    .tuple(permutations(fields), masks)
    .map(([permuted, pairs]) => permuted.map(([name, value], index) => underPair([name, value], pairs[index])));
}

/** A form in which one field stands twice. */
export interface RepeatedField {
  readonly fields: readonly FormField[];
  readonly name: string;
  readonly value: 'same' | 'other';
  readonly story: string;
}

/** The fields with one of those named (any, if none is) said once more at any place, with its own value or another. */
export function repeatedFields(
  fields: readonly FormField[],
  names: readonly string[] = fields.map(([name]) => decodedText(name)),
  otherValue: (value: string) => string = (value) => `${value}x`,
): fc.Arbitrary<RepeatedField> {
  const candidates = fields.filter(([name]) => names.includes(decodedText(name)));
  return fc
    .record({ field: fc.constantFrom(...candidates), at: places(), value: fc.constantFrom('same' as const, 'other' as const) })
    .map(({ field: [name, value], at, value: kind }) => {
      const place = at % (fields.length + 1);
      const again: FormField = [name, kind === 'same' ? value : otherValue(decodedText(value))];
      return {
        fields: [...fields.slice(0, place), again, ...fields.slice(place)],
        name: decodedText(name),
        value: kind,
        story: `${decodedText(name)} again as field ${place + 1}, with ${kind === 'same' ? 'the same' : 'another'} value`,
      };
    });
}

/** Fields that no specification registers, among them names that trip parsers which build objects of what they read. */
export function unknownFields(): fc.Arbitrary<FormField[]> {
  const tripping = fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'x_a[]',
    'x_a[0]',
    'x_a[b]',
    'x_a.b',
    '$where',
    'length',
  );
  const plain = fc.string({ unit: 'grapheme', maxLength: 12 }).map((rest) => `x_${rest.toWellFormed()}`);
  const value = fc.string({ unit: 'grapheme', maxLength: 40 }).map((text) => text.toWellFormed());
  return fc.uniqueArray(fc.tuple(fc.oneof(tripping, plain), value), { minLength: 1, maxLength: 8, selector: ([name]) => name });
}

function underPair([name, value]: FormField, pair: readonly [EncodeMask, EncodeMask] | undefined): FormField {
  return pair === undefined ? [name, value] : [writtenUnder(pair[0], name), writtenUnder(pair[1], value)];
}
