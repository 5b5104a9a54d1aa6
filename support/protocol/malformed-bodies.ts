import { resolvePhrase } from './phrase.js';

/**
 * The body of a token request that is no form, or a form of nothing that means anything.
 *
 * @throws RangeError for an unknown phrase, naming the nearest known one.
 */
export function malformedBody(phrase: string): string | Uint8Array {
  return resolvePhrase('malformed body', phrase, bodies)();
}

const bodies: Readonly<Record<string, () => string | Uint8Array>> = {
  'a percent sign': () => '%',
  'a percent sign before letters': () => '%zz',
  'a percent sign before one digit': () => 'grant_type=authorization_code&code=%1',
  'ampersands alone': () => '&&&',
  'an equals sign alone': () => '=',
  'a field with two equals signs': () => 'a=b=c',
  'ten thousand parameters': () => Array.from({ length: 10_000 }, (_, index) => `${index.toString(36)}=`).join('&'),
  'a name of ten thousand brackets': () => `${'a[]'.repeat(5_000)}=1`,
  'escapes that are no UTF-8': () => 'grant_type=authorization_code&code=%ff%fe&code_verifier=%c0%af',
  'octets that are no UTF-8': () => Buffer.from('grant_type=authorization_code&code=\xff\xfe\x80', 'latin1'),
  'an octet of zero': () => 'grant_type=authorization_code&code=a%00b\0c',
  'a JSON object under the media type of a form': () => '{"grant_type":"authorization_code"}',
};
