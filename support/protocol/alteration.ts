import { decodeBase64url } from './base64url.js';
import type { RandomOctets } from './random-octets.js';
import { decodedText, type FormText } from './form.js';
import { own, unknownPhrase } from './phrase.js';

/** What an alteration draws upon: a verifier, its S256 challenge, and a source of randomness where a run is to be repeatable. */
export interface Subject {
  readonly verifier: string;
  readonly challenge: string;
  readonly random?: RandomOctets;
}

export type Alter = (subject: Subject) => FormText;

/**
 * Alterations by the phrase that names them. Those of `values` yield another value; those of `writings` yield
 * the same value written otherwise (in its case, its encoding, with something at its edge), which is their point.
 */
export interface Alterations {
  readonly values: Readonly<Record<string, Alter>>;
  readonly writings: Readonly<Record<string, Alter>>;
  /** Phrases that hold a number, `<n>` in their name: `cut to its first <n> characters`. */
  readonly counted: Readonly<Record<string, (count: number) => Alter>>;
}

/**
 * Resolves a phrase to its alteration, which asserts that what it yields is not the verifier, or the challenge, that it altered.
 *
 * @throws RangeError for a phrase that is not known, naming the nearest one that is.
 */
export function alteration(phrase: string, known: Alterations, of: 'verifier' | 'challenge'): Alter {
  const value = own(known.values, phrase) ?? counted(phrase, known);
  if (value !== undefined) return asserted(phrase, value, of, normalForms);
  const writing = own(known.writings, phrase);
  if (writing !== undefined) return asserted(phrase, writing, of, (text) => [text]);
  throw unknownPhrase('alteration', phrase, phrases(known));
}

export function phrases(known: Alterations): string[] {
  return [known.values, known.writings, known.counted].flatMap((record) => Object.keys(record));
}

/** Whether two texts stay different when case, base64 alphabet, padding and hexadecimal writing are taken away. */
export function differsHoweverWritten(one: string, other: string): boolean {
  const forms = new Set(normalForms(other));
  return normalForms(one).every((form) => !forms.has(form));
}

function asserted(phrase: string, alter: Alter, of: 'verifier' | 'challenge', forms: (text: string) => string[]): Alter {
  return (subject) => {
    const original = subject[of];
    const altered = alter(subject);
    const taken = new Set(forms(original));
    if (forms(decodedText(altered)).some((form) => taken.has(form))) {
      throw new RangeError(`"${phrase}" leaves ${JSON.stringify(original)} what it was; take a value that holds what it alters`);
    }
    return altered;
  };
}

function counted(phrase: string, known: Alterations): Alter | undefined {
  const number = /\d+/.exec(phrase)?.[0];
  return number === undefined ? undefined : own(known.counted, phrase.replace(number, '<n>'))?.(Number(number));
}

/** Tagged, so that a form never equals one of another kind by chance. */
function normalForms(text: string): string[] {
  const urlSafe = text.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
  const octets = withoutSpareBits(urlSafe);
  return [
    `text ${text.toLowerCase()}`,
    ...(octets === undefined || octets.length === 0 ? [] : [`octets ${Buffer.from(octets).toString('hex')}`]),
    ...(/^(?:[0-9a-f]{2})+$/i.test(text) ? [`octets ${text.toLowerCase()}`] : []),
  ];
}

function withoutSpareBits(text: string): Uint8Array | undefined {
  if (!/^[\w-]*$/.test(text) || text.length % 4 === 1) return undefined;
  return decodeBase64url(Buffer.from(text, 'base64url').toString('base64url'));
}
