import { resolvePhrase } from './phrase.js';

/**
 * A state of the kind that the phrase names, all of it visible ASCII and spaces (RFC 6749 Appendix A.5).
 *
 * @throws RangeError for a phrase that is not known, naming the nearest one that is.
 */
export function stateText(phrase: string): string {
  return resolvePhrase('state', phrase, texts);
}

const printable = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join('');

const texts: Readonly<Record<string, string>> = {
  'every printable character': `s${printable}e`,
  'what separates parameters': 'a+b/c=d&e?f#g;h',
  'percent signs': '100%25 %7E%41 %zz %',
  'spaces at both ends': ' state ',
  'quotation marks and markup': `"it's" <b>\\</b>`,
  '512 characters': '0123456789abcdef'.repeat(32),
};
