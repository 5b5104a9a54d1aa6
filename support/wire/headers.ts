import type { HttpHeaders } from '../protocol/http.js';

/** Names and values by turns, as they came, to lower-case names; a name that came more than once has a list. */
export function headersOf(raw: readonly string[]): HttpHeaders {
  const fields = new Map<string, string | string[]>();
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = (raw[i] ?? '').toLowerCase();
    const value = raw[i + 1] ?? '';
    const before = fields.get(name);
    if (before === undefined) fields.set(name, value);
    else if (typeof before === 'string') fields.set(name, [before, value]);
    else before.push(value);
  }
  return Object.fromEntries(fields);
}
