import { Inconclusive, Violation } from './findings.js';
import type { HttpHeaders } from '../protocol/http.js';
import type { Answer, Exchange } from '../wire/exchange.js';

/** RFC 9700 §2.6: no answer tells a browser to let a script of another origin in. */
export function letsNobodyIn(answers: readonly Exchange[]): void {
  for (const exchange of answers) {
    const allowed = allowedOrigin(heard(exchange).headers);
    if (allowed === undefined) continue;
    throw new Violation('no Access-Control-Allow-Origin', `Access-Control-Allow-Origin: ${allowed}`, { exchanges: [exchange.n] });
  }
}

/** The answer lets a script of that origin read it, and does not promise cookies to everybody, which no browser grants. */
export function letsIn(exchange: Exchange, origin: string): void {
  const { headers } = heard(exchange);
  const allowed = allowedOrigin(headers);
  const withCookies = single(headers['access-control-allow-credentials'])?.toLowerCase() === 'true';
  if (allowed === origin || (allowed === '*' && !withCookies)) return;
  throw new Violation(
    `Access-Control-Allow-Origin: ${origin}, or * without Access-Control-Allow-Credentials`,
    allowed === undefined
      ? 'no Access-Control-Allow-Origin'
      : `Access-Control-Allow-Origin: ${allowed}${withCookies ? ' with Access-Control-Allow-Credentials: true' : ''}`,
    { exchanges: [exchange.n] },
  );
}

function heard({ n, outcome }: Exchange): Answer {
  if (outcome.kind === 'failure') throw new Inconclusive(outcome.message, { exchanges: [n] });
  if ([429, 502, 503, 504].includes(outcome.status)) throw new Inconclusive(`the server answered ${outcome.status}`, { exchanges: [n] });
  return outcome;
}

function allowedOrigin(headers: HttpHeaders): string | undefined {
  return single(headers['access-control-allow-origin']);
}

function single(value: string | readonly string[] | undefined): string | undefined {
  return value === undefined || typeof value === 'string' ? value : value.join(', ');
}
