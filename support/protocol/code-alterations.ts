import { differsHoweverWritten } from './alteration.js';
import { resolvePhrase } from './phrase.js';
import { changeCharacter, flipCaseOfALetter } from './text-edits.js';

/** What somebody who has seen a code, or part of one, could make of it; undefined where the code holds nothing to alter so. */
export type CodeAlteration = (code: string) => string | undefined;

/**
 * The alteration that the phrase names. What it yields is never the code itself, however that is written.
 *
 * @throws RangeError for a phrase that is not known, naming the nearest one that is.
 */
export function codeAlteration(phrase: string): CodeAlteration {
  return resolvePhrase('alteration of a code', phrase, alterations);
}

const alterations: Readonly<Record<string, CodeAlteration>> = {
  'without its last character': (code) => different(code, code.slice(0, -1)),
  'without its last four characters': (code) => different(code, code.slice(0, -4)),
  'without its first character': (code) => different(code, code.slice(1)),
  'with a character appended': (code) => different(code, `${code}A`),
  'with its middle character changed': (code) => different(code, changeCharacter(code, Math.ceil(code.length / 2))),
  'with the case of a letter flipped': (code) => (/[a-z]/.test(code) && /[A-Z]/.test(code) ? flipCaseOfALetter(code) : undefined),
  'with a wildcard for its end': (code) => `${code.slice(0, -1)}*`,
  'said twice': (code) => code + code,
};

/** Every phrase that `codeAlteration` knows. */
export const CODE_ALTERATIONS: readonly string[] = Object.keys(alterations);

function different(code: string, altered: string): string | undefined {
  return altered !== '' && differsHoweverWritten(code, altered) ? altered : undefined;
}
