import { createPublicKey, hash, verify, type JsonWebKey } from 'node:crypto';
import { jsonOf, type Json } from './policy.js';

/** What an ID Token has to agree with. `now` in seconds. */
export interface Expectation {
  readonly issuer: string;
  readonly client_id: string;
  readonly nonce: string | undefined;
  readonly access_token: string;
  readonly keys: readonly Json[];
  readonly algorithms: readonly string[];
  readonly now: number;
}

/** Everything that is wrong with an ID Token, by the name of the claim or part: OpenID Connect Core §3.1.3.7, §3.1.3.8. */
export function faultsOf(idToken: unknown, expected: Expectation): readonly string[] {
  const [header, claims, signature, ...more] = typeof idToken === 'string' ? idToken.split('.') : [];
  const head = decoded(header);
  const body = decoded(claims);
  if (head === undefined || body === undefined || signature === undefined || more.length > 0) return ['shape'];
  const audiences = [body.aud].flat();
  const holds: Readonly<Record<string, boolean>> = {
    alg: typeof head.alg === 'string' && expected.algorithms.includes(head.alg),
    signature: isSigned(`${header}.${claims}`, signature, head, expected.keys),
    iss: body.iss === expected.issuer,
    aud: audiences.includes(expected.client_id),
    azp: body.azp === undefined ? audiences.length === 1 : body.azp === expected.client_id,
    exp: typeof body.exp === 'number' && body.exp > expected.now,
    iat: typeof body.iat === 'number' && Math.abs(expected.now - body.iat) <= 300,
    sub: typeof body.sub === 'string' && body.sub !== '',
    nonce: body.nonce === expected.nonce,
    at_hash: body.at_hash === undefined || body.at_hash === hash('sha256', expected.access_token, 'buffer').toString('base64url', 0, 16),
  };
  return Object.keys(holds).filter((name) => !holds[name]);
}

function isSigned(input: string, signature: string, { alg, kid }: Json, keys: readonly Json[]): boolean {
  const kty = alg === 'ES256' ? 'EC' : alg === 'RS256' ? 'RSA' : undefined;
  return keys
    .filter((key) => key.kty === kty && (kid === undefined || key.kid === kid))
    .some((key) =>
      verify(
        'sha256',
        Buffer.from(input),
        { key: createPublicKey({ key: key as JsonWebKey, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
        Buffer.from(signature, 'base64url'),
      ),
    );
}

const decoded = (part: string | undefined): Json | undefined =>
  part === undefined ? undefined : jsonOf(Buffer.from(part, 'base64url').toString());
