import { newUnreservedString } from '../protocol/code-verifier.js';
import { encodeEverything, serialise, type FormText } from '../protocol/form.js';
import { resolvePhrase } from '../protocol/phrase.js';
import { alterVerifier, VERIFIER_ALTERATIONS } from '../protocol/verifier-alterations.js';
import type { IssuedCode } from './messages.js';

/** What a sentence makes of the verifier of a code: another text, or another writing of it. */
export type VerifierAlteration = (code: IssuedCode) => FormText;

/** Every phrase that alters a verifier, as a pattern; `<n>` in it stands for a number. */
export const verifierAlterations = patternOf(VERIFIER_ALTERATIONS);

export function verifierAlteration(phrase: string): VerifierAlteration {
  const alter = alterVerifier(phrase);
  return ({ verifier, challenge }) => alter(verifier, challenge);
}

/** Fresh unreserved characters, well-formed as a verifier or not. */
export function verifierOf(length: number): string {
  return newUnreservedString(length);
}

/** As many fresh characters, encoded as the PKCE Access Token document has it: 43 become 58. */
export function encodedVerifierOf(drawn: number): string {
  return Buffer.from(newUnreservedString(drawn)).toString('base64url');
}

/** Another writing of a value: a form that is decoded once says the same. */
export type Writing = (value: string) => FormText;

const writingsByPhrase: Readonly<Record<string, Writing>> = {
  'with colons and slashes unescaped': (value) => ({
    encoded: serialise([['', value]])
      .slice(1)
      .replaceAll('%3A', ':')
      .replaceAll('%2F', '/'),
  }),
  'percent-encoded throughout in lower-case hex': (value) => ({ encoded: encodeEverything(value, 'lower') }),
  'percent-encoded throughout in upper-case hex': (value) => ({ encoded: encodeEverything(value, 'upper') }),
};

export const writings = patternOf(Object.keys(writingsByPhrase));

export function writing(phrase: string): Writing {
  return resolvePhrase('writing', phrase, writingsByPhrase);
}

/** One pattern of all the phrases; `<n>` in them stands for a number. */
export function patternOf(phrases: readonly string[]): RegExp {
  const longestFirst = phrases.toSorted((one, other) => other.length - one.length);
  return new RegExp(
    longestFirst.map((phrase) => phrase.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace('<n>', String.raw`\d+`)).join('|'),
  );
}
