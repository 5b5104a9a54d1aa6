import { compactVerify, importJWK, type JWK } from 'jose';
import type { JsonObject } from '../protocol/json.js';
import { Inconclusive, NothingToJudge, Violation } from './findings.js';
import { readableIdToken } from './id-token-form.js';

/** An ID Token, and the exchange that brought it. */
export interface CarriedIdToken {
  readonly n: number;
  readonly id_token: unknown;
}

/** What a signature is held against. */
export interface SigningTerms {
  /** Of the JWK Set that the metadata names. */
  readonly keys: readonly JsonObject[];
  /** `id_token_signing_alg_values_supported`; absent where the metadata has none. */
  readonly algorithms?: readonly string[];
  /** Of a confidential client: HS256 is signed with it. */
  readonly client_secret?: string;
}

/**
 * OpenID Connect Core §2, §3.1.3.7, §10.1: an advertised algorithm, never none, and a signature that a published key verifies,
 * named where several fit; by HMAC, the client's secret. One that the suite cannot compute is left unjudged.
 */
export async function signatureVerifies(
  { n, id_token: token }: CarriedIdToken,
  { keys, algorithms, client_secret }: SigningTerms,
): Promise<void> {
  const { header } = readableIdToken(token);
  if (typeof token !== 'string') throw new NothingToJudge('no id_token came');
  const { alg, kid } = header;
  const lawful = algorithms ?? [];
  const told = { exchanges: [n] };
  if (typeof alg !== 'string' || alg.toLowerCase() === 'none')
    throw new Violation(`an id_token signed with ${lawful.join(' or ') || 'an algorithm'}`, `alg: ${JSON.stringify(alg ?? null)}`, told);
  const hmac = /^HS(256|384|512)$/.test(alg);
  if (hmac && client_secret === undefined)
    throw new Violation('a signature that a published key verifies', `alg: ${JSON.stringify(alg)} for a client without a secret`, told);
  const byHmac = hmac && client_secret !== undefined;
  if (algorithms !== undefined && !algorithms.includes(alg) && !byHmac)
    throw new Violation(`an id_token signed with ${lawful.join(' or ')}`, `alg: ${JSON.stringify(alg)}`, told);
  if (byHmac) {
    if (await verifies(token, new TextEncoder().encode(client_secret), alg)) return;
    throw new Violation('a signature that the client_secret verifies', `an ${alg} signature that it does not`, told);
  }
  const named = kid === undefined ? keys : keys.filter((key) => key['kid'] === kid);
  if (named.length === 0)
    throw new Violation(`a key of jwks_uri with the kid of the id_token`, `kid: ${JSON.stringify(kid ?? null)}`, told);
  const attempts = await Promise.all(named.map((key) => verifiesWith(token, key, alg)));
  if (attempts.includes(true)) {
    const fitting = keys.filter((key) => fits(key, alg));
    if (kid !== undefined || fitting.length < 2) return;
    throw new Violation(`a kid in the header of the id_token, as ${fitting.length} keys of jwks_uri fit ${alg}`, `no kid`, told);
  }
  if (attempts.includes(undefined)) throw new Inconclusive(`the suite cannot verify ${alg} with the keys of jwks_uri`, told);
  throw new Violation('a signature that a key of jwks_uri verifies', `an ${alg} signature that none of them does`, told);
}

/** Whether whoever reads the algorithm alone would try this key: RFC 7517 §4.1 to §4.4; RFC 7518 §3.1. */
function fits({ kty, use, key_ops, alg: own, crv }: JsonObject, alg: string): boolean {
  if ((use !== undefined && use !== 'sig') || (own !== undefined && own !== alg)) return false;
  if (Array.isArray(key_ops) && !key_ops.includes('verify')) return false;
  if (/^[RP]S/.test(alg)) return kty === 'RSA';
  const curve = { ES256: 'P-256', ES384: 'P-384', ES512: 'P-521', ES256K: 'secp256k1' }[alg];
  return curve === undefined ? kty === 'OKP' && crv !== 'X25519' && crv !== 'X448' : kty === 'EC' && crv === curve;
}

/** Undefined where the key or the algorithm is beyond the library. */
async function verifiesWith(token: string, key: JsonObject, alg: string): Promise<boolean | undefined> {
  if (typeof key['alg'] === 'string' && key['alg'] !== alg) return false;
  try {
    return await verifies(token, await importJWK(key as JWK, alg), alg);
  } catch (error) {
    if (error instanceof Error) return undefined;
    throw error;
  }
}

async function verifies(token: string, key: Parameters<typeof compactVerify>[1], alg: string): Promise<boolean> {
  try {
    await compactVerify(token, key, { algorithms: [alg] });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED') return false;
    throw error;
  }
}

/** The algorithms of a metadata document, where it lists any. */
export function algorithmsIn(metadata: JsonObject): readonly string[] | undefined {
  const value = metadata['id_token_signing_alg_values_supported'];
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
}

/** The set of keys, where there is one at all. */
export function keysOf(keys: readonly JsonObject[] | undefined): readonly JsonObject[] {
  if (keys === undefined) throw new NothingToJudge('jwks_uri leads to no JWK Set, which another rule judges');
  return keys;
}
