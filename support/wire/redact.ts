import { curl, namedIn } from './curl.js';
import type { Exchange } from './exchange.js';
import type { HttpHeaders } from '../protocol/http.js';
import { headerSecrets, namedSecrets, type Reading } from './secret-fields.js';
import { SecretIndex } from './secret-index.js';
import { secretsOf } from './secrets-of.js';
import { escaped, textOf } from './shown.js';
import { cut, replaced, type Span } from './spans.js';

/** An exchange with every secret, token, code and cookie cut short; the only form that reports ever see. */
export interface RedactedExchange {
  readonly n: number;
  /** ISO 8601, UTC, on the target's clock. */
  readonly at: string;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string | readonly string[]>>;
    readonly body: string;
  };
  readonly response?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | readonly string[]>>;
    readonly body: string;
    /** Milliseconds. */
    readonly ms: number;
  };
  /** Why no response came. */
  readonly failure?: string;
  /** A shell command that repeats the request, with variables in the place of secrets. */
  readonly curl: string;
}

/** Characters of a body that are shown. */
const mostBody = 16 * 1024;
/** Characters read beyond those, so that a secret on the border is seen for what it is. */
const border = 4 * 1024;

/**
 * Cuts short what stands under a telling name, and every known secret wherever it occurs and however it is encoded:
 * below 20 characters to `…(6)`, else to `2Yot…pAA (22)`. Bodies are shortened to 16 KiB.
 */
export function redactExchange(exchange: Exchange, known: Iterable<string> | SecretIndex = []): RedactedExchange {
  const index = known instanceof SecretIndex ? known : new SecretIndex([...known, ...secretsOf(exchange)]);
  const { n, sentAt, ms, request, outcome } = exchange;
  const shown = (text: string, named: readonly Span[], limit?: number): string =>
    escaped(replaced(text, [...named, ...index.spans(text)], ({ value }) => cut(value), limit));
  const headers = (fields: HttpHeaders): HttpHeaders =>
    mapped(fields, (name, value) => [shown(name, []), shown(value, headerSecrets(name, value))]);
  const body = (text: string, named: (read: string) => readonly Span[], forgotten = 0): string => {
    const read = text.slice(0, mostBody + border);
    const told = shown(read, named(read), Math.min(read.length, mostBody));
    return text.length <= mostBody ? told : `${told}… (shortened: ${text.length + forgotten} characters in all)`;
  };
  const sent = textOf(request.body);
  const named = namedIn(request, sent.slice(0, mostBody + border));
  return {
    n,
    at: instant(sentAt),
    request: {
      method: shown(request.method, []),
      url: shown(request.url, [...userinfo(request.url), ...named.url]),
      headers: headers(request.headers),
      body: body(sent, () => named.body),
    },
    ...(outcome.kind === 'answer'
      ? {
          response: {
            status: outcome.status,
            headers: headers(outcome.headers),
            body: body(outcome.body, (read) => namedSecrets(read, readingOf(outcome.headers['content-type'])), outcome.forgotten),
            ms: Math.round(ms * 10) / 10,
          },
        }
      : { failure: shown(outcome.message, namedSecrets(outcome.message, 'text')) }),
    curl: curl(request, index, named),
  };
}

/** A text of ours with every known secret in it cut short. */
export function redactText(text: string, known: SecretIndex): string {
  return replaced(text, known.spans(text), ({ value }) => cut(value));
}

function mapped(headers: HttpHeaders, by: (name: string, value: string) => readonly [string, string]): HttpHeaders {
  const fields = Object.entries(headers).map(([name, value]): [string, HttpHeaders[string]] =>
    typeof value === 'string' ? [...by(name, value)] : [by(name, '')[0], value.map((one) => by(name, one)[1])],
  );
  return Object.fromEntries(fields);
}

function readingOf(contentType: HttpHeaders[string] | undefined): Reading {
  return [contentType ?? []].flat().some((one) => /^application\/x-www-form-urlencoded\b/i.test(one)) ? 'form' : 'text';
}

/** The password of a URL that holds one. */
function userinfo(url: string): readonly Span[] {
  const [whole, before = ''] = /^([a-z][a-z0-9+.-]*:\/\/[^/?#@:]*:)[^/?#@]*(?=@)/i.exec(url) ?? [];
  return whole === undefined ? [] : [{ start: before.length, end: whole.length, value: whole.slice(before.length), variable: 'PASSWORD' }];
}

function instant(ms: number): string {
  return Number.isNaN(new Date(ms).getTime()) ? 'unknown' : new Date(ms).toISOString();
}
