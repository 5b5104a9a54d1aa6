import { alteration, phrases, type Alterations } from './alteration.js';
import { s256 } from './code-challenge.js';
import { newCodeVerifier } from './code-verifier.js';
import type { RandomOctets } from './random-octets.js';
import { encodeEverything, type FormText } from './form.js';
import { changeCharacter, flipCaseOfALetter, flipEveryCase, fullwidth, fullwidthLetter, kelvinForK, swapNeighbours } from './text-edits.js';

/**
 * What to present in place of a verifier, by the phrase that says how it was altered: `alterVerifier('reversed')(verifier, challenge)`.
 * Characters are counted from 1. `<n>` stands for a number in the phrases that hold one.
 *
 * @throws RangeError for an unknown phrase, naming the nearest known one; and, when applied, where the verifier holds nothing to alter.
 */
export function alterVerifier(phrase: string): (verifier: string, challenge?: string, random?: RandomOctets) => FormText {
  const alter = alteration(phrase, ALTERATIONS, 'verifier');
  return (verifier, challenge = s256(verifier), random) => alter({ verifier, challenge, ...(random && { random }) });
}

const ALTERATIONS: Alterations = {
  values: {
    'another verifier': ({ verifier, random }) => newCodeVerifier(Math.min(Math.max(verifier.length, 43), 128), random),
    empty: () => '',
    'the digit zero': () => '0',
    'a blank': () => ' ',
    'the word null': () => 'null',
    'without its first character': ({ verifier }) => verifier.slice(1),
    'without its last character': ({ verifier }) => verifier.slice(0, -1),
    'without its middle character': ({ verifier }) => verifier.slice(0, verifier.length / 2) + verifier.slice(verifier.length / 2 + 1),
    'with a character appended': ({ verifier }) => `${verifier}A`,
    'with a character in front': ({ verifier }) => `A${verifier}`,
    'with a character in the middle': ({ verifier }) => `${verifier.slice(0, verifier.length / 2)}A${verifier.slice(verifier.length / 2)}`,
    'said twice': ({ verifier }) => verifier + verifier,
    reversed: ({ verifier }) => Array.from(verifier).reverse().join(''),
    'with two neighbouring characters swapped': ({ verifier }) => swapNeighbours(verifier),
    'with the first character changed': ({ verifier }) => changeCharacter(verifier, 1),
    'with the middle character changed': ({ verifier }) => changeCharacter(verifier, Math.ceil(verifier.length / 2)),
    'with the last character changed': ({ verifier }) => changeCharacter(verifier, verifier.length),
    'its challenge': ({ challenge }) => challenge,
    'its own S256 hash': ({ verifier }) => s256(verifier),
    'the S256 hash of its challenge': ({ challenge }) => s256(challenge),
    'in base64url once more': ({ verifier }) => Buffer.from(verifier).toString('base64url'),
    'decoded from base64url': ({ verifier }) => ({ encoded: encodeOctets(Buffer.from(verifier, 'base64url')) }),
    'with NUL and junk appended': ({ verifier }) => `${verifier}\0junk`,
    'percent-encoded twice': ({ verifier }) => encodeEverything(verifier, 'upper'),
    'with its tilde percent-encoded twice': ({ verifier }) => verifier.replace('~', '%7E'),
    'with a fullwidth letter': ({ verifier }) => fullwidthLetter(verifier),
    'in fullwidth characters': ({ verifier }) => fullwidth(verifier),
  },
  writings: {
    'with KELVIN SIGN for K': ({ verifier }) => kelvinForK(verifier),
    'with the case of a letter flipped': ({ verifier }) => flipCaseOfALetter(verifier),
    'with the case of every letter flipped': ({ verifier }) => flipEveryCase(verifier),
    'in lower case': ({ verifier }) => verifier.toLowerCase(),
    'in upper case': ({ verifier }) => verifier.toUpperCase(),
    'with a line feed appended': ({ verifier }) => `${verifier}\n`,
    'with a carriage return and a line feed appended': ({ verifier }) => `${verifier}\r\n`,
    'with a tab appended': ({ verifier }) => `${verifier}\t`,
    'with a space appended': ({ verifier }) => `${verifier} `,
    'with a space in front': ({ verifier }) => ` ${verifier}`,
    'with a line feed in front': ({ verifier }) => `\n${verifier}`,
    'with a plus sign appended': ({ verifier }) => `${verifier}+`,
    'with an unencoded plus sign appended': ({ verifier }) => ({ encoded: `${encodeEverything(verifier, 'upper')}+` }),
    'with an equals sign appended': ({ verifier }) => `${verifier}=`,
    'with NUL appended': ({ verifier }) => `${verifier}\0`,
    'with quotes around it': ({ verifier }) => `"${verifier}"`,
    'with a byte order mark in front': ({ verifier }) => `\ufeff${verifier}`,
  },
  counted: {
    'cut to its first <n> characters':
      (count) =>
      ({ verifier }) =>
        verifier.slice(0, count),
    'cut to its last <n> characters':
      (count) =>
      ({ verifier }) =>
        verifier.slice(-count),
    'with character <n> changed':
      (count) =>
      ({ verifier }) =>
        changeCharacter(verifier, count),
    'another verifier of <n> characters':
      (count) =>
      ({ random }) =>
        newCodeVerifier(count, random),
  },
};

/** Every phrase that `alterVerifier` knows. */
export const VERIFIER_ALTERATIONS: readonly string[] = phrases(ALTERATIONS);

function encodeOctets(octets: Uint8Array): string {
  return Array.from(octets, (octet) => `%${octet.toString(16).toUpperCase().padStart(2, '0')}`).join('');
}
