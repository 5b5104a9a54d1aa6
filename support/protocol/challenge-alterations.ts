import { createHash, createHmac } from 'node:crypto';
import { alteration, phrases, type Alter, type Alterations } from './alteration.js';
import { s256 } from './code-challenge.js';
import { newCodeVerifier, newUnreservedString, UNRESERVED, type CodeVerifier } from './code-verifier.js';
import type { RandomOctets } from './random-octets.js';
import { decodedText, type FormText } from './form.js';
import { changeCharacter, flipCaseOfALetter, flipEveryCase, nearestTheMiddle, replaceAt, swapNeighbours } from './text-edits.js';

/**
 * What to send in place of a verifier's S256 challenge, by the phrase that says how it was altered: `alterChallenge('padded')(verifier)`.
 * Characters are counted from 1. The last character is changed only by the phrases that are about its spare bits.
 *
 * @throws RangeError for an unknown phrase, naming the nearest known one; and, when applied, where the challenge holds nothing to alter.
 */
export function alterChallenge(phrase: string): (verifier: string, random?: RandomOctets) => FormText {
  const alter = alteration(phrase, ALTERATIONS, 'challenge');
  return (verifier, random) => alter({ verifier, challenge: s256(verifier), ...(random && { random }) });
}

/**
 * A fresh verifier whose challenge the phrase can alter: one with both `-` and `_`, say, where the alphabet is to be changed.
 *
 * @throws RangeError for an unknown phrase, or one that alters no challenge at all.
 */
export function newVerifierForAlteredChallenge(phrase: string, length = 64, random?: RandomOctets): CodeVerifier {
  const alter = alterChallenge(phrase);
  const wanted = phrase.includes('standard alphabet') ? /(?=.*-)(?=.*_)/ : /(?=.*[a-z])(?=.*[A-Z])/;
  for (let tries = 0; tries < 1000; tries += 1) {
    const verifier = newCodeVerifier(length, random);
    if (!wanted.test(s256(verifier))) continue;
    alter(verifier);
    return verifier;
  }
  throw new RangeError(`no verifier was found whose challenge can be altered as "${phrase}" says`);
}

/** The phrase for what a client did to its challenge, where a known alteration of the right one yields it. */
export function challengeDefect(verifier: string, challenge: string): string | undefined {
  const subject = { verifier, challenge: s256(verifier) };
  if (challenge === subject.challenge) return undefined;
  return Object.entries({ ...ALTERATIONS.writings, ...ALTERATIONS.values }).find(
    ([, alter]) => decodedText(alter(subject)) === challenge,
  )?.[0];
}

const ALTERATIONS: Alterations = {
  values: {
    empty: () => '',
    'the verifier itself': ({ verifier }) => verifier,
    'hashed twice': ({ challenge }) => s256(challenge),
    'hashed from the decoded octets': ({ verifier }) => s256(Buffer.from(verifier, 'base64url')),
    'hashed with a line feed': ({ verifier }) => s256(`${verifier}\n`),
    'hashed in UTF-16': ({ verifier }) => s256(Buffer.from(verifier, 'utf16le')),
    'hashed in big-endian UTF-16': ({ verifier }) => s256(Buffer.from(verifier, 'utf16le').swap16()),
    'hashed in lower case': ({ verifier }) => s256(verifier.toLowerCase()),
    'hashed in upper case': ({ verifier }) => s256(verifier.toUpperCase()),
    'hashed as HMAC with an empty key': ({ verifier }) => createHmac('sha256', '').update(verifier).digest('base64url'),
    'hashed with SHA-1': ({ verifier }) => createHash('sha1').update(verifier).digest('base64url'),
    'hashed with SHA-512': ({ verifier }) => createHash('sha512').update(verifier).digest('base64url'),
    'hashed as hex in base64url': ({ challenge }) => Buffer.from(hex(challenge)).toString('base64url'),
    'with the first character changed': ({ challenge }) => changeCharacter(challenge, 1),
    'with the middle character changed': ({ challenge }) => changeCharacter(challenge, 22),
    'without its last character': ({ challenge }) => challenge.slice(0, -1),
    'with a character appended': ({ challenge }) => `${challenge}A`,
    'said twice': ({ challenge }) => challenge + challenge,
    'with two neighbouring characters swapped': ({ challenge }) => swapNeighbours(challenge),
    'with a space inside': inside(' '),
    'with a plus sign inside': inside('+'),
    'with a slash inside': inside('/'),
    'with an equals sign inside': inside('='),
    'with a percent sign inside': inside('%'),
    'with a non-ASCII letter inside': inside('\u00e9'),
    'with NUL inside': inside('\0'),
  },
  writings: {
    padded: ({ challenge }) => `${challenge}=`,
    'in the standard alphabet': ({ challenge }) => standard(challenge),
    'in the standard alphabet and padded': ({ challenge }) => `${standard(challenge)}=`,
    'as lower-case hex': ({ challenge }) => hex(challenge),
    'as upper-case hex': ({ challenge }) => hex(challenge).toUpperCase(),
    'with spare bits set': ({ challenge }) => spareBitsSet(challenge, 1),
    'with the other spare bit set': ({ challenge }) => spareBitsSet(challenge, 2),
    'with both spare bits set': ({ challenge }) => spareBitsSet(challenge, 3),
    'as raw octets': ({ challenge }) => ({ encoded: hex(challenge).toUpperCase().replace(/../g, '%$&') }),
    'with the case of a letter flipped': ({ challenge }) => flipCaseOfALetter(challenge),
    'with the case of every letter flipped': ({ challenge }) => flipEveryCase(challenge),
    'in lower case': ({ challenge }) => challenge.toLowerCase(),
    'in upper case': ({ challenge }) => challenge.toUpperCase(),
    'with a space appended': ({ challenge }) => `${challenge} `,
    'with a line feed appended': ({ challenge }) => `${challenge}\n`,
  },
  counted: {
    'with character <n> changed':
      (count) =>
      ({ challenge }) => {
        if (count >= challenge.length) throw new RangeError(`character ${count} of a challenge holds spare bits: alter one before it`);
        return changeCharacter(challenge, count);
      },
    'cut to <n> characters':
      (count) =>
      ({ challenge }) =>
        challenge.slice(0, count),
    'lengthened to <n> characters':
      (count) =>
      ({ challenge, random }) =>
        challenge + newUnreservedString(Math.max(0, count - challenge.length), random),
    'of <n> other characters':
      (count) =>
      ({ random }) =>
        newUnreservedString(count, random),
  },
};

/** Every phrase that `alterChallenge` knows. */
export const CHALLENGE_ALTERATIONS: readonly string[] = phrases(ALTERATIONS);

function hex(challenge: string): string {
  return Buffer.from(challenge, 'base64url').toString('hex');
}

function standard(challenge: string): string {
  return challenge.replaceAll('-', '+').replaceAll('_', '/');
}

/** Puts the character in the place of the letter or digit nearest the middle: a `/` for a `_` would be the same value in another alphabet. */
function inside(character: string): Alter {
  return ({ challenge }) => {
    const at = nearestTheMiddle(challenge, (replaced) => /[A-Za-z0-9]/.test(replaced));
    return at === undefined ? challenge : replaceAt(challenge, at, character);
  };
}

/** The last character of 43 carries four bits; one or both of its two spare ones are set and the octets stay what they were. */
function spareBitsSet(challenge: string, bits: 1 | 2 | 3): string {
  const alphabet = UNRESERVED.slice(0, 62) + '-_';
  return replaceAt(challenge, challenge.length - 1, alphabet.charAt(alphabet.indexOf(challenge.slice(-1)) | bits));
}
