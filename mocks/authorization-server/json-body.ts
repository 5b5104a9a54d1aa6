import type { Pair } from './policy/form.js';

/** What no correct policy reads (RFC 6749 §4.1.3), and frameworks read without being asked. */
export const isJson = (contentType: string | undefined): boolean => contentType?.startsWith('application/json') ?? false;

/** The members of such a body, encoded as the fields of a form. */
export function pairsOfJson(body: string): Pair[] {
  const members = JSON.parse(body) as Readonly<Record<string, unknown>>;
  return Object.entries(members).map(([name, value]) => [encodeURIComponent(name), encodeURIComponent(String(value))]);
}
