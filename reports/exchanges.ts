import type { Run, ScenarioResult } from '../support/run/run.js';
import type { RedactedExchange } from '../support/wire/redact.js';
import { printable } from './terminal.js';

/** Exchanges of a scenario that show the same request, told once. */
export interface Told {
  readonly request: RedactedExchange;
  /** Every exchange of the group, `request` included. */
  readonly copies: readonly RedactedExchange[];
}

/** The exchanges of a scenario in the order of sending; numbers that the run does not hold are passed over. */
export function exchangesOf(run: Run, scenario: ScenarioResult): readonly RedactedExchange[] {
  const byNumber = numbered(run.exchanges);
  return [...new Set(scenario.exchanges)].sort((a, b) => a - b).flatMap((n) => byNumber.get(n) ?? []);
}

const known = new WeakMap<readonly RedactedExchange[], ReadonlyMap<number, RedactedExchange>>();

/** A report asks for each of some thousand scenarios. */
function numbered(exchanges: readonly RedactedExchange[]): ReadonlyMap<number, RedactedExchange> {
  const before = known.get(exchanges);
  if (before) return before;
  const byNumber = new Map(exchanges.map((exchange) => [exchange.n, exchange]));
  known.set(exchanges, byNumber);
  return byNumber;
}

/** Neighbours with the same request as one, where they were sent at once; each by itself otherwise. */
export function told(exchanges: readonly RedactedExchange[], atOnce: boolean): readonly Told[] {
  const groups: { request: RedactedExchange; copies: RedactedExchange[] }[] = [];
  for (const exchange of exchanges) {
    const last = groups.at(-1);
    if (atOnce && last && isSameRequest(last.request, exchange)) last.copies.push(exchange);
    else groups.push({ request: exchange, copies: [exchange] });
  }
  return groups;
}

function isSameRequest({ request: a }: RedactedExchange, { request: b }: RedactedExchange): boolean {
  return a.method === b.method && a.url === b.url && a.body === b.body;
}

/** `POST /token   grant_type=authorization_code&…`, printable, of any length up to `limit`. */
export function requestLine({ request }: RedactedExchange, limit = 600): string {
  const { path, query } = parts(request.url);
  return [`${printable(request.method, 40)} ${printable(path, limit)}`, printable(query, limit), printable(request.body, limit)]
    .filter((part) => part !== '')
    .join('   ');
}

function parts(url: string): { readonly path: string; readonly query: string } {
  const withoutOrigin = url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '') || '/';
  const mark = withoutOrigin.indexOf('?');
  return mark === -1 ? { path: withoutOrigin, query: '' } : { path: withoutOrigin.slice(0, mark), query: withoutOrigin.slice(mark + 1) };
}

/** `200  41 ms   access_token 2Yot…pAA (22)   Cache-Control: no-store`, printable; the failure where there was no answer. */
export function answerLine({ response, failure }: RedactedExchange, limit = 400): string {
  if (!response) return `no answer: ${printable(failure ?? 'no reason is known', limit)}`;
  const summary = bodySummary(response.body, limit);
  const headers = Object.entries(response.headers)
    .filter(([name]) => telling.has(name) || (name === 'cache-control' && summary.includes('access_token')))
    .map(([name, value]) => `${headerName(name)}: ${printable([value].flat().join(', '), limit)}`);
  return [`${response.status}  ${Math.round(response.ms)} ms`, summary, ...headers].filter((part) => part !== '').join('   ');
}

const telling = new Set(['location', 'www-authenticate', 'retry-after']);

function headerName(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

function bodySummary(body: string, limit: number): string {
  const members = body.length <= 100_000 ? jsonMembers(body) : undefined;
  if (!members) {
    const start = body.slice(0, 1_000).replace(/\s+/g, ' ').trim();
    return start.length <= 120 && body.length <= 1_000
      ? printable(start)
      : `${printable(start.slice(0, 120))}… (${body.length} characters)`;
  }
  return printable(members.map(([name, text]) => `${name} ${text}`).join('   '), limit);
}

/** The members with their values as text; undefined where there are none, or none that could be written again for depth. */
function jsonMembers(body: string): readonly (readonly [string, string])[] | undefined {
  if (!body.trimStart().startsWith('{')) return undefined;
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== 'object' || value === null) return undefined;
    return Object.entries(value).map(([name, member]) => [name, typeof member === 'string' ? member : JSON.stringify(member)] as const);
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
}
