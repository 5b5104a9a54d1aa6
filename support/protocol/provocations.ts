import { resolvePhrase } from './phrase.js';

/** Text that an error message must not quote as it came: RFC 6749 Appendices A.7 and A.8. */
const provocations: Readonly<Record<string, string>> = {
  'a quotation mark': 'made-"up"-by-the-suite',
  'a backslash': 'made-\\up\\-by-the-suite',
  'a line break': 'made-up\r\nby-the-suite',
  'a control character': 'made-up\u0001by-the-suite',
  'letters beyond ASCII': 'made-up-b\u00fc-th\u00e9-su\u00efte',
  'an emoji': 'made-up-\u{1f511}-by-the-suite',
};

export const PROVOCATIONS: readonly string[] = Object.keys(provocations);

/** The text by its phrase. @throws RangeError for a phrase that is not known. */
export function provocation(phrase: string): string {
  return resolvePhrase('provocation', phrase, provocations);
}
