import type { RedactedExchange } from './redact.js';

type Fields = readonly { readonly name: string; readonly value: string }[];

/** An HTTP Archive, version 1.2. */
export interface Har {
  readonly log: {
    readonly version: '1.2';
    readonly creator: { readonly name: string; readonly version: string };
    readonly entries: readonly HarEntry[];
  };
}

export interface HarEntry {
  /** ISO 8601. */
  readonly startedDateTime: string;
  /** Milliseconds. */
  readonly time: number;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly httpVersion: string;
    readonly cookies: readonly never[];
    readonly headers: Fields;
    readonly queryString: Fields;
    readonly postData?: { readonly mimeType: string; readonly text: string };
    readonly headersSize: -1;
    readonly bodySize: -1;
  };
  readonly response: {
    readonly status: number;
    readonly statusText: '';
    readonly httpVersion: string;
    readonly cookies: readonly never[];
    readonly headers: Fields;
    readonly content: { readonly size: number; readonly mimeType: string; readonly text: string };
    readonly redirectURL: string;
    readonly headersSize: -1;
    readonly bodySize: -1;
    /** Why there was no response; status is then 0. */
    readonly _error?: string;
  };
  readonly cache: Readonly<Record<string, never>>;
  readonly timings: { readonly send: 0; readonly wait: number; readonly receive: 0 };
  /** Number of the exchange within the run. */
  readonly comment: string;
}

/** Redacted exchanges as an HTTP Archive, for whatever reads such files. */
export function har(exchanges: readonly RedactedExchange[], creator: { readonly name: string; readonly version: string }): Har {
  return { log: { version: '1.2', creator: { name: creator.name, version: creator.version }, entries: exchanges.map(entry) } };
}

/** The text of that archive, an entry at a time: all of them together take more memory than the exchanges. */
export function* harPieces(
  exchanges: readonly RedactedExchange[],
  creator: { readonly name: string; readonly version: string },
): Generator<string> {
  const [head = '', tail = ''] = JSON.stringify(har([], creator)).split(/(?<="entries":\[)/);
  yield head;
  for (const [at, exchange] of exchanges.entries()) yield `${at === 0 ? '' : ','}${JSON.stringify(entry(exchange))}`;
  yield tail;
}

function entry({ n, at, request, response, failure }: RedactedExchange): HarEntry {
  const time = response?.ms ?? 0;
  return {
    startedDateTime: at,
    time,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: fieldsOf(request.headers),
      queryString: queryOf(request.url),
      ...(request.body === '' ? {} : { postData: { mimeType: first(request.headers['content-type']), text: request.body } }),
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status: response?.status ?? 0,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: fieldsOf(response?.headers ?? {}),
      content: { size: response?.body.length ?? 0, mimeType: first(response?.headers['content-type']), text: response?.body ?? '' },
      redirectURL: first(response?.headers['location']),
      headersSize: -1,
      bodySize: -1,
      ...(failure === undefined ? {} : { _error: failure }),
    },
    cache: {},
    timings: { send: 0, wait: time, receive: 0 },
    comment: `exchange ${n}`,
  };
}

function fieldsOf(headers: RedactedExchange['request']['headers']): Fields {
  return Object.entries(headers).flatMap(([name, value]) => [value].flat().map((one) => ({ name, value: one })));
}

/** By `&` and `=`: the values as they were sent, since a redacted URL is to be read and not to be parsed. */
function queryOf(url: string): Fields {
  const [, query = ''] = /\?([^#]*)/.exec(url) ?? [];
  return query
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const equals = pair.indexOf('=');
      return equals < 0 ? { name: pair, value: '' } : { name: pair.slice(0, equals), value: pair.slice(equals + 1) };
    });
}

function first(value: string | readonly string[] | undefined): string {
  return (typeof value === 'string' ? value : value?.[0]) ?? '';
}
