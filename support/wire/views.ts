/** A text with escapes undone, each character of which knows where in the source it stood. */
export interface View {
  readonly text: string;
  /** The part of the source that a part of this text stood in. */
  source(start: number, end: number): readonly [start: number, end: number];
}

const mostLevels = 5;

interface Escapes {
  readonly mark: RegExp;
  readonly pattern: RegExp;
}

const percent = /%[0-9a-f]{2}/;
const json = /\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|["'\\/bfnrt])/;
const html = /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/;
const anyEscapes: Escapes = { mark: /[%\\&]/, pattern: new RegExp([percent, json, html].map(({ source }) => source).join('|'), 'gi') };
const kinds: readonly Escapes[] = [
  { mark: /%/, pattern: new RegExp(percent, 'gi') },
  { mark: /\\/, pattern: new RegExp(json, 'gi') },
  { mark: /&/, pattern: new RegExp(html, 'gi') },
];

/**
 * The text as it is, then with percent-encoding, JSON and HTML escapes undone, again and again until nothing changes;
 * where the text holds several kinds, also with one kind alone undone, since a secret may end in what begins an escape.
 */
export function views(text: string): readonly View[] {
  if (!anyEscape.test(text)) return [{ text, source: (start, end) => [start, end] }];
  const mixed = kinds.filter(({ mark, pattern }) => mark.test(text) && text.search(pattern) >= 0);
  const escapes = mixed.length > 1 ? [anyEscapes, ...mixed] : [anyEscapes];
  const source: Layer = { text };
  const found = [source, ...escapes.flatMap((kind) => undone(source, kind))];
  // A plus is a space where a form was encoded, whether that came first or last.
  const plus = found.flatMap((layer) => (layer.text.includes('+') ? [spaced(layer)] : []));
  const first = text.includes('+') ? escapes.flatMap((kind) => undone(spaced(source), kind)) : [];
  return differing([...found, ...plus, ...first]).map(viewOf);
}

function viewOf(layer: Layer): View {
  return {
    text: layer.text,
    source: (start, end) => [startOf(layer, start), end === start ? startOf(layer, start) : endOf(layer, end - 1)],
  };
}

/** Digits of eight octets: of fewer no secret is known that could be searched for. */
const hexRun = /[0-9a-f]{16,}/gi;

/** The text with runs of hexadecimal digits read as octets, as dumps show them, from the first digit of a run and from its second. */
export function hexViews(text: string): readonly View[] {
  const runs = [...text.matchAll(hexRun)];
  if (runs.length === 0) return [];
  return [0, 1].map((skipped) => {
    let result = '';
    let done = 0;
    const escapes = runs.map(({ 0: digits, index }): Escape => {
      const characters = Buffer.from(digits.slice(skipped), 'hex').toString('utf8');
      result += text.slice(done, index);
      const escape = { from: index, width: digits.length, at: result.length, length: characters.length };
      result += characters;
      done = index + digits.length;
      return escape;
    });
    return viewOf({ text: result + text.slice(done), undoing: { of: { text }, escapes } });
  });
}

const anyEscape = /[%\\&+]/;

/** Of layers that read the same, as they do where only one kind of escape meant anything, the first. */
function differing(layers: readonly Layer[]): readonly Layer[] {
  return layers.filter(({ text }, at) => layers.findIndex((other) => other.text === text) === at);
}

function spaced(layer: Layer): Layer {
  return { ...layer, text: layer.text.replaceAll('+', ' ') };
}

/** The text with every escape undone that this module knows, as far as it goes. */
export function withoutEscapes(text: string): string {
  return undone({ text }, anyEscapes).at(-1)?.text ?? text;
}

function undone(source: Layer, escapes: Escapes): readonly Layer[] {
  const found: Layer[] = [];
  for (let layer = unescaped(source, escapes); layer !== undefined && found.length < mostLevels; layer = unescaped(layer, escapes))
    found.push(layer);
  return found;
}

interface Layer {
  readonly text: string;
  /** Where it came from; absent for the source itself. */
  readonly undoing?: { readonly of: Layer; readonly escapes: readonly Escape[] };
}

/** An escape of the layer below, and the characters that it meant. */
interface Escape {
  readonly from: number;
  readonly width: number;
  readonly at: number;
  readonly length: number;
}

function unescaped(layer: Layer, { mark, pattern }: Escapes): Layer | undefined {
  const { text } = layer;
  if (!mark.test(text)) return undefined;
  let result = '';
  const escapes: Escape[] = [];
  let done = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const from = match.index;
    const { length: width, characters } = meaning(text, from, match[0]);
    result += text.slice(done, from);
    escapes.push({ from, width, at: result.length, length: characters.length });
    result += characters;
    done = from + width;
    pattern.lastIndex = done;
  }
  return escapes.length === 0 ? undefined : { text: result + text.slice(done), undoing: { of: layer, escapes } };
}

/** Where in the source the character begins. */
function startOf({ undoing }: Layer, i: number): number {
  if (undoing === undefined) return i;
  const escape = lastUpTo(undoing.escapes, i);
  if (escape === undefined) return startOf(undoing.of, i);
  const past = i - escape.at - escape.length;
  return startOf(undoing.of, past < 0 ? escape.from : escape.from + escape.width + past);
}

/** Where in the source the character ends. */
function endOf({ undoing }: Layer, i: number): number {
  if (undoing === undefined) return i + 1;
  const escape = lastUpTo(undoing.escapes, i);
  if (escape === undefined) return endOf(undoing.of, i);
  const past = i - escape.at - escape.length;
  return endOf(undoing.of, escape.from + escape.width + (past < 0 ? -1 : past));
}

/** The last escape that stands there or before. */
function lastUpTo(escapes: readonly Escape[], i: number): Escape | undefined {
  let low = 0;
  let high = escapes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((escapes[middle]?.at ?? Infinity) <= i) low = middle + 1;
    else high = middle;
  }
  return escapes[low - 1];
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const short: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

function meaning(text: string, at: number, escape: string): { readonly length: number; readonly characters: string } {
  const { length } = escape;
  if (escape.startsWith('%')) return percentDecoded(text, at);
  if (escape.startsWith('\\')) {
    const kind = escape.charAt(1);
    const characters = /[ux]/i.test(kind) && length > 2 ? String.fromCharCode(parseInt(escape.slice(2), 16)) : (short[kind] ?? kind);
    return { length, characters };
  }
  const entity = escape.slice(1, -1).toLowerCase();
  if (!entity.startsWith('#')) return { length, characters: named[entity] ?? '' };
  const point = entity.startsWith('#x') ? parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return { length, characters: point > 0x10ffff ? '\ufffd' : String.fromCodePoint(point) };
}

/** One UTF-8 character, which may be several octets; an octet that begins none stands for itself. */
function percentDecoded(text: string, at: number): { readonly length: number; readonly characters: string } {
  const octet = parseInt(text.slice(at + 1, at + 3), 16);
  const count = octet >= 0xf0 && octet <= 0xf4 ? 4 : octet >= 0xe0 ? 3 : octet >= 0xc2 ? 2 : 1;
  const sequence = text.slice(at, at + 3 * count);
  if (octet > 0x7f && sequence.length === 3 * count) {
    try {
      return { length: 3 * count, characters: decodeURIComponent(sequence) };
    } catch (error) {
      if (!(error instanceof URIError)) throw error;
    }
  }
  return { length: 3, characters: String.fromCharCode(octet) };
}
