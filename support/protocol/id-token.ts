import { createHash } from 'node:crypto';
import { decodeBase64url, encodeBase64url } from './base64url.js';
import { isJsonObject, readJson, type JsonObject } from './json.js';

/** An ID Token as it reads before anyone has verified it, OpenID Connect Core §2. */
export type IdToken =
  | {
      readonly kind: 'signed';
      readonly header: JsonObject;
      readonly claims: JsonObject;
      readonly signed: string;
      readonly signature: Uint8Array;
    }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Reads a JWS in compact form (RFC 7515 §3.1) and verifies nothing. Never throws; five parts are taken for an encrypted token. */
export function readIdToken(token: unknown): IdToken {
  if (typeof token !== 'string') return { kind: 'unreadable', why: 'not a string' };
  const parts = token.split('.', 6);
  if (parts.length === 5) return { kind: 'encrypted' };
  if (parts.length !== 3)
    return { kind: 'unreadable', why: `${parts.length > 5 ? 'more than 5' : parts.length} parts where a signed token has 3` };
  const [head = '', body = '', tail = ''] = parts;
  const header = part(head);
  if (header === undefined) return { kind: 'unreadable', why: 'the header is not a JSON object in base64url' };
  const claims = part(body);
  if (claims === undefined) return { kind: 'unreadable', why: 'the claims are not a JSON object in base64url' };
  const signature = decodeBase64url(tail);
  if (signature === undefined) return { kind: 'unreadable', why: 'the signature is not base64url' };
  return { kind: 'signed', header, claims, signed: `${head}.${body}`, signature };
}

/**
 * The `at_hash` that fits a token, OpenID Connect Core §3.1.3.6: the left half of its hash, by the hash of the signing algorithm.
 * Undefined where the algorithm names no hash of its own.
 */
export function leftHalfHash(token: string, alg: string): string | undefined {
  const bits =
    /^(?:RS|PS|ES|HS)(256|384|512)$/.exec(alg)?.[1] ??
    (alg === 'EdDSA' || alg === 'Ed25519' ? '512' : alg === 'ES256K' ? '256' : undefined);
  if (bits === undefined) return undefined;
  const digest = createHash(`sha${bits}`).update(token, 'ascii').digest();
  return encodeBase64url(digest.subarray(0, digest.length / 2));
}

function part(text: string): JsonObject | undefined {
  const octets = decodeBase64url(text);
  const value = octets === undefined ? undefined : readJson(new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets));
  return isJsonObject(value) ? value : undefined;
}
