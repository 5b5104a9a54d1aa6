import { isUtf8 } from 'node:buffer';

/** Octets as text for showing: what is not UTF-8 stands as a lone surrogate, one for each octet, until `escaped` writes it out. */
export function textOf(octets: Uint8Array): string {
  const buffer = Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength);
  if (isUtf8(buffer)) return buffer.toString('utf8');
  let result = '';
  for (let at = 0; at < buffer.length;) {
    const length = sequenceAt(buffer, at);
    result += length === 0 ? String.fromCharCode(0xdc00 + (buffer[at] ?? 0)) : buffer.toString('utf8', at, at + length);
    at += length || 1;
  }
  return result;
}

/** Control characters and octets that are no text, written out as `\xHH`; line breaks and tabs stay. */
export function escaped(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  return text.replace(/[^\P{Cc}\n\t]|\r(?!\n)|[\udc80-\udcff](?<![\ud800-\udbff].)/gu, (character) => {
    const code = character.charCodeAt(0);
    return `\\x${(code & 0xff).toString(16).padStart(2, '0')}`;
  });
}

/** How many octets the UTF-8 character at this place has; 0 where none begins. */
function sequenceAt(buffer: Buffer, at: number): number {
  const first = buffer[at] ?? 0;
  const length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
  return at + length <= buffer.length && isUtf8(buffer.subarray(at, at + length)) ? length : 0;
}
