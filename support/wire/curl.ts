import type { SentRequest } from './exchange.js';
import { namedSecrets, headerSecrets } from './secret-fields.js';
import type { SecretIndex } from './secret-index.js';
import { textOf } from './shown.js';
import { merged, type Span } from './spans.js';

/** Characters of a body that a command still carries. */
const mostBody = 16 * 1024;

/** The secrets that a request names as such, where they are known already. */
export interface Named {
  readonly url: readonly Span[];
  readonly body: readonly Span[];
}

/** `read`: as much of the body, as text, as is shown anywhere. */
export function namedIn({ url, headers, body }: SentRequest, read: string = textOf(body)): Named {
  return { url: namedSecrets(url, 'url'), body: namedSecrets(read, isForm(headers['content-type']) ? 'form' : 'text') };
}

/**
 * One line for a POSIX shell that repeats the request, with a variable such as `$CODE` in the place of each secret.
 * Whatever the request holds, the shell reads it as data.
 */
export function curl(request: SentRequest, index: SecretIndex, named: Named = namedIn(request)): string {
  const say = new Phrasing(index);
  const { method, url, headers, body } = request;
  const words = ['curl -sS -i'];
  if (method === 'HEAD') words.push('--head');
  else if (method !== (body.length > 0 ? 'POST' : 'GET')) words.push(`-X ${say.quoted(method, [])}`);
  if (/[[\]{}]/.test(url)) words.push('--globoff');
  words.push(say.quoted(url, named.url));
  for (const [name, value] of Object.entries(headers)) for (const one of [value].flat()) words.push(headerOption(say, name, one));
  if (body.length === 0) return words.join(' ');
  if (!('content-type' in headers)) words.push("-H 'content-type:'");
  const text = textOf(body);
  if (text.length > mostBody) return `${words.join(' ')} --data-binary @body  # a body of ${body.length} octets, not shown here`;
  if (/^[\t\n\x20-\x7e]*$/.test(text)) return [...words, '--data-raw', say.quoted(text, named.body)].join(' ');
  return `{ ${say.printed(text, named.body)}; } | ${words.join(' ')} --data-binary @-`;
}

function headerOption(say: Phrasing, name: string, value: string): string {
  const basic = name === 'authorization' ? basicCredentials(value) : undefined;
  if (basic) return `-u ${say.quoted(basic.text, [{ ...basic.secret, variable: 'CLIENT_SECRET' }])}`;
  if (value === '') return `-H ${say.quoted(`${name};`, [])}`;
  const prefix = `${name}: `;
  const moved = headerSecrets(name, value).map((span) => ({ ...span, start: span.start + prefix.length, end: span.end + prefix.length }));
  return `-H ${say.quoted(prefix + value, moved)}`;
}

/** RFC 7617, where the credentials are such; curl encodes them again. */
function basicCredentials(value: string): { readonly text: string; readonly secret: Omit<Span, 'variable'> } | undefined {
  const [, encoded] = /^basic ([a-z0-9+/]+={0,2})$/i.exec(value) ?? [];
  const text = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 1 || Buffer.from(text).toString('base64') !== encoded || /[^\x20-\x7e]/.test(text)) return undefined;
  return { text, secret: { start: colon + 1, end: text.length, value: text.slice(colon + 1) } };
}

function isForm(contentType: string | readonly string[] | undefined): boolean {
  return [contentType ?? []].flat().some((one) => /^application\/x-www-form-urlencoded\b/i.test(one));
}

/** Names a variable for each secret of one command: the same for the same value, a numbered one for another of its kind. */
class Phrasing {
  readonly #names = new Map<string, string>();
  readonly #taken = new Set<string>();

  constructor(readonly index: SecretIndex) {}

  /** One word of the command. */
  quoted(text: string, named: readonly Span[]): string {
    return (
      this.#pieces(text, named)
        .map(({ literal, variable }) => (variable === undefined ? quoted(literal) : `"$${variable}"`))
        .join('') || "''"
    );
  }

  /** Commands that print the text octet for octet. */
  printed(text: string, named: readonly Span[]): string {
    return this.#pieces(text, named)
      .map(({ literal, variable }) => (variable === undefined ? `printf '${format(literal)}'` : `printf %s "$${variable}"`))
      .join('; ');
  }

  #pieces(text: string, named: readonly Span[]): readonly { readonly literal: string; readonly variable?: string }[] {
    const pieces: { literal: string; variable?: string }[] = [];
    let at = 0;
    for (const span of merged([...named, ...this.index.spans(text)], text)) {
      if (span.start > at) pieces.push({ literal: text.slice(at, span.start) });
      pieces.push({ literal: '', variable: this.#variable(span) });
      at = span.end;
    }
    if (at < text.length) pieces.push({ literal: text.slice(at) });
    return pieces;
  }

  #variable({ value, variable }: Span): string {
    const known = this.#names.get(value);
    if (known !== undefined) return known;
    let name = variable;
    for (let i = 2; this.#taken.has(name); i += 1) name = `${variable}_${i}`;
    this.#taken.add(name);
    this.#names.set(value, name);
    return name;
  }
}

/** Printable ASCII in single quotes; anything else by printf, so that pasting it into a terminal is harmless. */
function quoted(text: string): string {
  if (/^[\w./:@%+=,-]+$/.test(text)) return text;
  if (/^[\t\n\x20-\x7e]*$/.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`;
  return `"$(printf '${format(text)}')"`;
}

/** A format of printf that prints the text: octal escapes for all that is not printable ASCII, or would be an option. */
function format(text: string): string {
  let result = '';
  for (const character of text) {
    const octets = /^[\udc80-\udcff]$/.test(character) ? Buffer.from([character.charCodeAt(0) & 0xff]) : Buffer.from(character);
    for (const octet of octets) {
      const one = String.fromCharCode(octet);
      result +=
        one === '%' ? '%%' : one === "'" || one === '\\' || octet < 0x20 || octet > 0x7e ? `\\${octet.toString(8).padStart(3, '0')}` : one;
    }
  }
  return result.replace(/^-/, '\\055');
}
