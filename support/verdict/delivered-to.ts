import type { ResponseOracle } from './authorization-response.js';
import { Violation } from './findings.js';

/** The response came to the redirect URI of the request, letter for letter, with its parameters added (RFC 6749 §4.1.2). */
export const deliveredTo: ResponseOracle = ({ exchange, url, sent }) => {
  const [, requested = ''] = sent.find(([name]) => name === 'redirect_uri') ?? [];
  if (url.startsWith(`${requested}${requested.includes('?') ? '&' : '?'}`)) return;
  throw new Violation(`a redirect to ${requested}`, `a redirect to ${url.split(/[?#]/, 1)[0] ?? ''}`, { exchanges: [exchange.n] });
};
