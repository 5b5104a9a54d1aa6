import { secretHeaders, variableFor } from './secret-names.js';
import type { Span } from './spans.js';
import { views, withoutEscapes, type View } from './views.js';

/** What a text is known to be: in a form `&` alone divides; elsewhere white space and quotes do too. */
export type Reading = 'form' | 'url' | 'text';

/** What every way of naming a secret needs, or an escape that may hide it. */
const mayName = /[=<%\\&]|["']\s{0,50}:/;

/** The secrets of a text that stand under a telling name: as form field, query parameter, JSON member at any depth, or HTML input. */
export function namedSecrets(text: string, reading: Reading): readonly Span[] {
  if (!mayName.test(text)) return [];
  return views(text).flatMap((view) =>
    [...parameters(view.text), ...members(view.text), ...inputs(view.text), ...fields(view.text, reading)].flatMap((span) =>
      inSource(span, view),
    ),
  );
}

/** The secrets of a header field. */
export function headerSecrets(name: string, value: string): readonly Span[] {
  const whole = secretHeaders.get(name);
  if (whole !== undefined) return credentials(value, whole);
  if (name === 'cookie') return [...value.matchAll(/([^=;]*)=([^;]*)/g)].flatMap((match) => cookie(match, value));
  if (name === 'set-cookie') return [...value.matchAll(/^([^=;]*)=([^;]*)/g)].flatMap((match) => cookie(match, value));
  if (name === 'location' || name === 'content-location' || name === 'referer') return namedSecrets(value, 'url');
  if (innocent.has(value)) return [];
  const found = namedSecrets(value, 'text');
  if (found.length === 0 && value.length <= longestInnocent && innocent.size < mostInnocent) innocent.add(value);
  return found;
}

/** Values that name no secret: most header fields of a run say the same few dozen things. */
const innocent = new Set<string>();
const mostInnocent = 1_000;
/** In characters: a server can send much longer ones, and other ones each time. */
const longestInnocent = 256;

function credentials(value: string, variable: string): readonly Span[] {
  const [, scheme = ''] = /^(\s*[\w-]+\s+)(?=\S)/.exec(value) ?? [];
  const start = scheme.length;
  const secret = value.slice(start);
  return [{ start, end: value.length, value: secret, variable: /^\s*(bearer|dpop)\b/i.test(scheme) ? 'ACCESS_TOKEN' : variable }];
}

function cookie({ 0: whole, 2: secret = '', index }: RegExpExecArray, header: string): readonly Span[] {
  const end = index + whole.length;
  const start = end - secret.length;
  return [{ start, end, value: header.slice(start, end), variable: 'COOKIE' }];
}

type Found = Omit<Span, 'value'>;

function inSource({ start, end, variable }: Found, view: View): readonly Span[] {
  if (end <= start) return [];
  const [from, to] = view.source(start, end);
  return [{ start: from, end: to, value: withoutEscapes(view.text.slice(start, end)), variable }];
}

/** Where the text is a form, a query or a fragment: name and value as `&` divides them. */
function fields(text: string, reading: Reading): Found[] {
  const found: Found[] = [];
  const pattern = reading === 'form' ? /(^|[&?#])([^&?#=]{1,200})=([^&]*)/g : /([&?#])([^&?#=]{1,200})=([^&#]*)/g;
  if (reading === 'text') return found;
  for (const match of text.matchAll(pattern))
    push(found, match[2] ?? '', match.index + match[0].length - (match[3] ?? '').length, match[3] ?? '');
  return found;
}

/** The same in the midst of other text, and parameters of a header field. */
function parameters(text: string): Found[] {
  const found: Found[] = [];
  const valueAt = /["']?((?:[^&\s"'<>#;]|;(?!\s|$))*)/y;
  let done = 0;
  for (let equals = text.indexOf('='); equals >= 0; equals = text.indexOf('=', equals + 1)) {
    if (equals + 1 < done) continue;
    const name = nameBefore(text, equals);
    if (name === undefined || variableFor(name.includes('%') ? withoutEscapes(name) : name) === undefined) continue;
    valueAt.lastIndex = equals + 1;
    const [, value = ''] = valueAt.exec(text) ?? [];
    done = valueAt.lastIndex;
    push(found, name, done - value.length, value);
  }
  return found;
}

const longestName = 64;
const ofNames = Array.from({ length: 128 }, (_, code) => /[\w.%+[\]-]/.test(String.fromCharCode(code)));

/** The word that ends there; undefined where none does, or one longer than any name. */
function nameBefore(text: string, end: number): string | undefined {
  let start = end;
  while (start > 0 && end - start <= longestName && ofNames[text.charCodeAt(start - 1)]) start -= 1;
  return start === end || end - start > longestName ? undefined : text.slice(start, end);
}

const mayBeEscaped = /[%\\&+]/;

function push(found: Found[], name: string, start: number, value: string): void {
  const variable = variableFor(mayBeEscaped.test(name) ? withoutEscapes(name.replaceAll('+', ' ')) : name);
  if (variable !== undefined) found.push({ start, end: start + value.length, variable });
}

/** Members of JSON, whole, broken or in the midst of other text; every string and number below a telling name. */
function members(text: string): Found[] {
  const found: Found[] = [];
  if (!/["']/.test(text)) return found;
  let done = 0;
  for (const match of text.matchAll(/(["'])((?:(?!\1)[^\\]|\\.){1,200})\1\s{0,50}:\s{0,50}/gs)) {
    const at = match.index + match[0].length;
    const variable = at < done ? undefined : variableFor(withoutEscapes(match[2] ?? ''));
    if (variable === undefined) continue;
    const { leaves, end } = /^[[{]/.test(text.charAt(at)) ? leavesOf(text, at) : leafAt(text, at);
    found.push(
      ...leaves
        .filter((leaf) => !(variable === 'CODE' && isErrorCode(text.slice(leaf.start, leaf.end))))
        .map((leaf) => ({ ...leaf, variable })),
    );
    done = end;
  }
  return found;
}

/** Many servers call the name or the number of an error its `code`. */
export function isErrorCode(value: string): boolean {
  return /^([a-z]+(_[a-z]+)+|[A-Z]+(_[A-Z]+)+|\d{1,5})$/.test(value);
}

interface Leaf {
  readonly start: number;
  readonly end: number;
}

interface Leaves {
  readonly leaves: readonly Leaf[];
  /** Where reading went on to. */
  readonly end: number;
}

function leafAt(text: string, at: number): Leaves {
  const quote = text.charAt(at);
  if (quote === '"' || quote === "'") {
    let end = at + 1;
    while (end < text.length && text.charAt(end) !== quote) end += text.charAt(end) === '\\' ? 2 : 1;
    end = Math.min(end, text.length);
    return { leaves: [{ start: at + 1, end }], end: end + 1 };
  }
  const [bare = ''] = /^[^\s,}\]]*/.exec(text.slice(at, at + 10_000)) ?? [];
  const end = at + bare.length;
  return { leaves: /^(true|false|null)?$/.test(bare) ? [] : [{ start: at, end }], end };
}

/** Down to the bracket that closes the one at `at`; names of members stay. */
function leavesOf(text: string, at: number): Leaves {
  const found: Leaf[] = [];
  let depth = 0;
  let i = at;
  while (i < text.length) {
    const character = text.charAt(i);
    if (character === '[' || character === '{') depth += 1;
    if (character === ']' || character === '}') depth -= 1;
    if (depth === 0) break;
    if (!/["'\d]/.test(character)) {
      i += 1;
      continue;
    }
    const { leaves, end } = leafAt(text, i);
    if (!/^\s*:/.test(text.slice(end, end + 20))) found.push(...leaves);
    i = Math.max(end, i + 1);
  }
  return { leaves: found, end: i };
}

/** `<input name="…" value="…">`, in whatever order. */
function inputs(text: string): Found[] {
  const found: Found[] = [];
  if (!text.includes('<')) return found;
  for (const tag of text.matchAll(/<(?:input|button|meta|option|param)\b[^>]{0,4000}/gi)) {
    const variable =
      variableFor(attribute(tag[0], 'name')?.value ?? '') ?? (/\btype\s*=\s*["']?password/i.test(tag[0]) ? 'PASSWORD' : undefined);
    const secret = attribute(tag[0], 'value') ?? attribute(tag[0], 'content');
    if (variable !== undefined && secret)
      found.push({ start: tag.index + secret.at, end: tag.index + secret.at + secret.value.length, variable });
  }
  return found;
}

function attribute(tag: string, name: string): { readonly value: string; readonly at: number } | undefined {
  const match = new RegExp(`\\s${name}\\s{0,20}=\\s{0,20}(?:"([^"]*)"?|'([^']*)'?|([^\\s"'>]+))`, 'i').exec(tag);
  const value = match?.[1] ?? match?.[2] ?? match?.[3];
  return match === null || value === undefined ? undefined : { value, at: match.index + match[0].lastIndexOf(value) };
}
