import { gram, GramIndex } from './gram-index.js';
import type { Span } from './spans.js';
import { hexViews, views, withoutEscapes } from './views.js';

/** Of a secret every fourth place is looked up, so that a fragment of eleven characters is found wherever it was torn off. */
const stride = 4;
const shortest = 4;
const mostLikeness = 64;
const mostPlaces = 8;
/** Texts that come again and again, as header fields do: how long they may be, and how many are remembered. */
const longestRepeated = 128;
const mostRepeated = 10_000;
const mostRecent = 8;

/** The known value and which of its encodings this is: written out only where a text may hold it, as few ever do. */
interface Encoded {
  readonly value: string;
  readonly encoding: number;
}

/**
 * Secret values, found wherever they occur: plain, percent-encoded, JSON- or HTML-escaped, in hexadecimal digits, or in base64 at
 * any alignment, and in capitals or small letters throughout.
 */
export class SecretIndex {
  readonly #known = new Set<string>();
  readonly #forms: (string | Encoded)[] = [];
  readonly #grams = new GramIndex();
  /** Forms too short to have a place; looked for one by one. */
  readonly #short = new Map<string, { readonly alone: boolean }>();
  /** Texts in which none of the secrets known so far stands. */
  readonly #innocent = new Set<string>();
  /** What was found in the last few texts: an exchange shows its URL and body twice. */
  readonly #recent = new Map<string, readonly Span[]>();

  /** `open`: values that are no secrets and are shown, though a secret may have been made of them: names of clients. */
  constructor(
    values: Iterable<string> = [],
    readonly open: ReadonlySet<string> = new Set(),
  ) {
    for (const value of values) this.add(value);
  }

  /** Values of fewer than four characters are no secrets that a text could be searched for. */
  add(value: string): void {
    if (value.length < shortest || this.#known.has(value)) return;
    this.#known.add(value);
    this.#innocent.clear();
    this.#recent.clear();
    for (const form of new Set([value, value.trim(), withoutEscapes(value)])) this.#addForm(form, form, { once: false, alone: true });
    [...base64Forms(value)].forEach((form, encoding) => this.#addForm({ value, encoding }, form, { once: true, alone: false }));
  }

  /** Where in the text a secret stands, or a fragment of one that chance does not explain. */
  spans(text: string): readonly Span[] {
    if (this.#known.size === 0 || this.#innocent.has(text)) return [];
    const recent = this.#recent.get(text);
    if (recent !== undefined) return recent;
    const found = [...views(text), ...hexViews(text)].flatMap((view) =>
      this.#runs(view.text).map(([start, end]) => {
        const [from, to] = view.source(start, end);
        return { start: from, end: to, value: view.text.slice(start, end), variable: 'SECRET' };
      }),
    );
    if (found.length === 0 && text.length <= longestRepeated && this.#innocent.size < mostRepeated) this.#innocent.add(text);
    else this.#remember(text, found);
    return found;
  }

  #remember(text: string, found: readonly Span[]): void {
    if (this.#recent.size >= mostRecent) this.#recent.clear();
    this.#recent.set(text, found);
  }

  #addForm(kept: string | Encoded, form: string, { once, alone }: { readonly once: boolean; readonly alone: boolean }): void {
    if (form.length < gram) {
      if (form.length >= (alone ? shortest : 6)) this.#short.set(form, { alone });
      return;
    }
    const number = this.#forms.push(kept) - 1;
    const last = form.length - gram;
    let found = false;
    // So many secrets may say the same eight characters, as tokens of one kind begin alike, that these would find none of them.
    for (let at = 0; at <= last && !(found && once); at += stride) found = this.#grams.add(number, form, at, mostPlaces) || found;
    if (!found) this.#grams.add(number, form, last, Infinity);
  }

  #isOpen(fragment: string): boolean {
    return this.open.has(fragment) && !this.#known.has(fragment);
  }

  #form(number: number): string {
    const form = this.#forms[number] ?? '';
    return typeof form === 'string' ? form : ([...base64Forms(form.value)][form.encoding] ?? '');
  }

  #runs(text: string): (readonly [start: number, end: number])[] {
    const runs: [number, number][] = [];
    for (const [form, { alone }] of this.#short) {
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + 1)) {
        if (!alone || standsAlone(text, at, at + form.length)) runs.push([at, at + form.length]);
      }
    }
    for (let i = this.#grams.next(text, 0); i >= 0; i = this.#grams.next(text, i + 1)) {
      let furthest = i;
      for (const { form: number, at } of this.#grams.places(text, i)) {
        const form = this.#form(number);
        if (!isAlike(text, i, form, at)) continue;
        const [start, end] = extended(text, i, form, at);
        const found = end - start === form.length || isTelling(text.slice(start, end));
        if (found && !this.#isOpen(text.slice(start, end))) runs.push([start, end]);
        // A long likeness that tells nothing is passed over, lest a text that repeats itself be compared for ever.
        if (found || end - i > mostLikeness) furthest = Math.max(furthest, end - gram);
      }
      i = furthest;
    }
    return runs;
  }
}

/** Whether the gram there is that of the form, whatever the case of its letters. */
function isAlike(text: string, i: number, form: string, at: number): boolean {
  for (let offset = 0; offset < gram; offset += 1)
    if (!isSameLetter(text.charCodeAt(i + offset), form.charCodeAt(at + offset))) return false;
  return true;
}

function isSameLetter(one: number, other: number): boolean {
  return one === other || ((one ^ other) === 0x20 && (one | 0x20) >= 0x61 && (one | 0x20) <= 0x7a);
}

/** As far to both sides as the text is the form. */
function extended(text: string, i: number, form: string, at: number): readonly [start: number, end: number] {
  let before = 0;
  while (before < at && before < i && isSameLetter(text.charCodeAt(i - before - 1), form.charCodeAt(at - before - 1))) before += 1;
  let after = gram;
  while (at + after < form.length && i + after < text.length && isSameLetter(text.charCodeAt(i + after), form.charCodeAt(at + after)))
    after += 1;
  return [i - before, i + after];
}

/** Whether a text was made by chance and not by a person: eight characters in a row of two kinds among capitals, small letters and digits. */
export function isTelling(text: string): boolean {
  let length = 0;
  let kinds = 0;
  for (let i = 0; i < text.length; i += 1) {
    const kind = kindOf(text.charCodeAt(i));
    length = kind === undefined ? 0 : length + 1;
    kinds = kind === undefined ? 0 : kinds | kind;
    if (length >= 8 && (kinds & (kinds - 1)) !== 0) return true;
  }
  return false;
}

/** A bit for each kind that counts, none for `-` and `_`; undefined for what ends a row. */
function kindOf(code: number): number | undefined {
  if (code >= 0x61 && code <= 0x7a) return 1;
  if (code >= 0x41 && code <= 0x5a) return 2;
  if (code >= 0x30 && code <= 0x39) return 4;
  return code === 0x2d || code === 0x5f ? 0 : undefined;
}

function standsAlone(text: string, start: number, end: number): boolean {
  return !/[\w-]/.test(text.charAt(start - 1)) && !/[\w-]/.test(text.charAt(end));
}

/** The value as a URI, a form and JSON have it, each writing once. */
function saidIn(value: string): ReadonlySet<string> {
  if (!/[^\w.-]/.test(value)) return new Set([value]);
  const form = new URLSearchParams([['', value]]).toString().slice(1);
  return new Set([value, encodeURIComponent(value.toWellFormed()), form, JSON.stringify(value).slice(1, -1)]);
}

/** The parts of base64 texts that depend on this value alone, whatever octets stand before and after it. */
function base64Forms(value: string): ReadonlySet<string> {
  const forms = new Set<string>();
  for (const form of saidIn(value)) {
    for (const before of [0, 1, 2]) {
      const octets = Buffer.from(`${' '.repeat(before)}${form}`);
      const whole = octets.toString('base64');
      const core = whole.slice(before === 0 ? 0 : before + 1, Math.floor((octets.length * 8) / 6));
      forms.add(core).add(core.replaceAll('+', '-').replaceAll('/', '_'));
    }
  }
  return forms;
}
