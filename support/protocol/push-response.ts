import { isJsonObject, readJson } from './json.js';

/** What the endpoint for pushed authorization requests answered, RFC 9126 §2.2, §2.3. Nothing is promised of `expiresIn`. */
export type PushResponse =
  | { readonly kind: 'accepted'; readonly requestUri: string; readonly expiresIn: unknown }
  | { readonly kind: 'refused'; readonly error: string | undefined };

/** Reads a body; a request_uri in it is an acceptance, whatever else it says. */
export function readPushBody(body: string): PushResponse {
  const value = readJson(body);
  if (!isJsonObject(value)) return { kind: 'refused', error: undefined };
  const { request_uri, expires_in, error } = value;
  if (typeof request_uri === 'string' && request_uri !== '') return { kind: 'accepted', requestUri: request_uri, expiresIn: expires_in };
  return { kind: 'refused', error: typeof error === 'string' ? error : undefined };
}
