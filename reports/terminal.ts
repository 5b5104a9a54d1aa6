/**
 * Text of unknown origin, made fit for a terminal: one line, nothing that moves the cursor, recolours, reorders or hides.
 * What is taken out stays visible as an escape, for it is evidence. `limit` counts UTF-16 units and is applied first.
 */
export function printable(text: string, limit = 4_000): string {
  return visible(cut(text, limit));
}

/** The same without the limit and with chosen characters let through: `\n` for a block of text. */
export function visible(text: string, keep = ''): string {
  if (plain.test(text)) return text;
  return text.replace(unprintable, (character) => (keep.includes(character) ? character : escaped(character))).replace(piledMarks, '$1');
}

/** What nearly every text is: the properties of Unicode take long to look up. The ellipsis is that of a secret cut short. */
const plain = /^[\x20-\x7e…]*$/;

/** Controls, formats (bidi, zero width, tags), lone surrogates, private and unassigned characters, line separators. */
const unprintable = /[\p{C}\p{Zl}\p{Zp}\u115f\u1160\u2800\u3164\uffa0]/gu;

/** More marks on one letter than any script needs paint over the lines around them. */
const piledMarks = /(\p{M}{4})\p{M}+/gu;

const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\0': '\\0' };

function escaped(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (named[character] !== undefined) return named[character];
  if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
  return code < 0x10000 ? `\\u${code.toString(16).padStart(4, '0')}` : `\\u{${code.toString(16)}}`;
}

/** At most `limit` UTF-16 units, no pair torn, and how much is missing. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const end = isHighSurrogate(text.charCodeAt(limit - 1)) ? limit - 1 : limit;
  return `${text.slice(0, end)}… (${text.length - end} more characters)`;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Columns that a printable text takes. */
export function columns(text: string): number {
  if (ascii.test(text)) return text.length;
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += columnsOf(segment);
  return width;
}

const ascii = /^[\x20-\x7e]*$/;
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

function columnsOf(grapheme: string): number {
  if (/^\p{M}+$/u.test(grapheme)) return 0;
  return wide.test(grapheme) ? 2 : 1;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]|\ufe0f|\p{Emoji_Presentation}/u;

/** Printable text in at most `width` columns; an ellipsis stands for the rest. */
export function fit(text: string, width: number): string {
  if (width <= 0) return '';
  if (columns(text) <= width) return text;
  return `${take(text, width - 1)}…`;
}

function take(text: string, width: number): string {
  let taken = '';
  let used = 0;
  for (const { segment } of graphemes.segment(text.slice(0, width * 8))) {
    used += columnsOf(segment);
    if (used > width) break;
    taken += segment;
  }
  return taken;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - columns(text)));
}

/** Left and right in one line of `width` columns, two blanks between them at the least. */
export function justify(left: string, right: string, width: number): string {
  if (right === '') return left;
  return left + ' '.repeat(Math.max(2, width - columns(left) - columns(right))) + right;
}

/** Printable text in lines of at most `width` columns, broken between words, and inside a word only where it is longer than a line. */
export function wrap(text: string, width: number): readonly string[] {
  const room = Math.max(8, width);
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').filter((part) => part !== '')) {
    for (const piece of pieces(word, room)) {
      if (line === '') line = piece;
      else if (columns(line) + 1 + columns(piece) <= room) line += ` ${piece}`;
      else {
        lines.push(line);
        line = piece;
      }
    }
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line];
}

/** Printable text in at most `most` lines of `width` columns, its blanks kept, broken after `&` or a blank where one is near. */
export function fold(text: string, width: number, most: number): readonly string[] {
  const lines: string[] = [];
  let rest = text;
  while (columns(rest) > width && lines.length < most - 1) {
    const full = take(rest, width);
    const seam = Math.max(full.lastIndexOf('&'), full.lastIndexOf(' ')) + 1;
    const line = seam > width / 2 ? full.slice(0, seam) : full;
    if (line === '') break;
    lines.push(line.trimEnd());
    rest = rest.slice(line.length).trimStart();
  }
  return [...lines, fit(rest, width)];
}

function pieces(word: string, room: number): readonly string[] {
  if (columns(word) <= room) return [word];
  const parts: string[] = [];
  let rest = word;
  while (columns(rest) > room) {
    const part = take(rest, room);
    if (part === '') break;
    parts.push(part);
    rest = rest.slice(part.length);
  }
  return [...parts, rest];
}
