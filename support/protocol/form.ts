/** Text for a form field; `encoded` goes on the wire as it stands, whatever it is. */
export type FormText = string | { readonly encoded: string };

export type FormField = readonly [name: FormText, value: FormText];

/** Fields as a receiver reads them. */
export type DecodedField = readonly [name: string, value: string];

export interface FormFault {
  readonly kind: 'malformed percent-encoding' | 'invalid UTF-8' | 'unencoded octet';
  /** Which pair, counted from 0 in the order of the body. */
  readonly pair: number;
  /** The name or value as it stood on the wire. */
  readonly text: string;
}

export type HexCase = 'lower' | 'upper';

const utf8 = new TextEncoder();

/**
 * application/x-www-form-urlencoded, RFC 6749 Appendix B: UTF-8, space as `+`, all else but the unreserved characters as `%XX`.
 * A lone surrogate becomes U+FFFD.
 */
export function serialise(fields: readonly FormField[]): string {
  return fields.map(([name, value]) => `${written(name)}=${written(value)}`).join('&');
}

/** Reads a form body, decoding once. What is broken is read as well as can be, and named in `faults`. */
export function parse(body: string | Uint8Array): { readonly fields: readonly DecodedField[]; readonly faults: readonly FormFault[] } {
  const faults: FormFault[] = [];
  const fields = onePerOctet(body)
    .split('&')
    .filter(Boolean)
    .map((pair, index): DecodedField => {
      const equals = pair.indexOf('=');
      const name = equals < 0 ? pair : pair.slice(0, equals);
      const value = equals < 0 ? '' : pair.slice(equals + 1);
      const read = (part: string): string => {
        const { decoded, kinds } = decode(part);
        faults.push(...kinds.map((kind) => ({ kind, pair: index, text: part })));
        return decoded;
      };
      return [read(name), read(value)];
    });
  return { fields, faults };
}

/** The names that occur more than once after decoding, each said once, in the order of their first occurrence. */
export function repeated(fields: readonly FormField[]): string[] {
  const names = fields.map(([name]) => decodedText(name));
  return names.filter((name, index) => names.indexOf(name) === index && names.lastIndexOf(name) !== index);
}

/** What a receiver reads where this text was sent. */
export function decodedText(text: FormText): string {
  return typeof text === 'string' ? text.toWellFormed() : decode(onePerOctet(text.encoded)).decoded;
}

/** Percent-encodes every octet, also those that need none. */
export function encodeEverything(value: string, hexCase: HexCase): string {
  return encodeWhere(value, () => true, hexCase);
}

/** Form-encodes the text and percent-encodes besides each character, counted from 0 in code points, that `chosen` picks. */
export function encodeWhere(value: string, chosen: (index: number) => boolean, hexCase: HexCase = 'upper'): string {
  return Array.from(value, (character, index) => {
    if (!chosen(index)) return written(character);
    return Array.from(utf8.encode(character), (octet) => percent(octet, hexCase)).join('');
  }).join('');
}

function written(text: FormText): string {
  if (typeof text !== 'string') return text.encoded;
  if (!/[^A-Za-z0-9\-._~]/.test(text)) return text;
  return encodeURIComponent(text.toWellFormed())
    .replace(/[!'()*]/g, (mark) => percent(mark.charCodeAt(0), 'upper'))
    .replaceAll('%20', '+');
}

function percent(octet: number, hexCase: HexCase): string {
  const hex = octet.toString(16).padStart(2, '0');
  return `%${hexCase === 'upper' ? hex.toUpperCase() : hex}`;
}

/** Decodes a part whose characters stand for octets. */
function decode(part: string): { readonly decoded: string; readonly kinds: readonly FormFault['kind'][] } {
  if (!/[^!-~]|[%+]/.test(part)) return { decoded: part, kinds: [] };
  const kinds = new Set<FormFault['kind']>();
  const octets: number[] = [];
  for (let at = 0; at < part.length; at += 1) {
    const character = part.charAt(at);
    const hex = part.slice(at + 1, at + 3);
    if (character === '%' && /^[0-9a-f]{2}$/i.test(hex)) {
      octets.push(parseInt(hex, 16));
      at += 2;
      continue;
    }
    if (character === '%') kinds.add('malformed percent-encoding');
    if (character < '!' || character > '~') kinds.add('unencoded octet');
    octets.push(character === '+' ? 0x20 : character.charCodeAt(0));
  }
  const { text, valid } = fromUtf8(Uint8Array.from(octets));
  if (!valid) kinds.add('invalid UTF-8');
  return { decoded: text, kinds: [...kinds] };
}

function fromUtf8(octets: Uint8Array): { readonly text: string; readonly valid: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets), valid: true };
  } catch {
    return { text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets), valid: false };
  }
}

/** One character an octet, so that what came over the wire can be split before it is decoded. */
function onePerOctet(body: string | Uint8Array): string {
  return Buffer.from(body).toString('latin1');
}
