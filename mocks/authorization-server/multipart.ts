import type { Pair } from './policy/form.js';

/** What no correct policy reads (RFC 6749 §4.1.3), and frameworks read without being asked. */
export const isMultipart = (contentType: string | undefined): boolean => contentType?.startsWith('multipart/form-data') ?? false;

/** The parts of such a body, encoded as the fields of a form. */
export function pairsOfMultipart(body: string): Pair[] {
  return [...body.matchAll(/name="([^"]*)"\r\n\r\n(.*?)\r\n--/gs)].map(([, name = '', value = '']) => [
    encodeURIComponent(name),
    encodeURIComponent(value),
  ]);
}
