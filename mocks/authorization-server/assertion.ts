import { createPublicKey, verify, type JsonWebKey } from 'node:crypto';
import { settled, type Steps } from './awaitable.js';
import type { Client } from './client.js';
import type { Policy } from './policy/policy.js';
import { paths, type AuthorizationServer } from './server.js';

/** Whether a client assertion fails: its signature, its claims, or that it was used before. RFC 7523 §3. */
export function* assertionFault(
  server: AuthorizationServer,
  policy: Policy,
  client: Client,
  assertion: string,
  type: string | undefined,
): Steps<boolean> {
  if (type !== 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer') return true;
  const claims = verifiedClaims(client, assertion);
  const audiences = [server.issuer, `${server.issuer}${paths.token}`, `${server.issuer}${paths.push}`];
  if (claims === undefined || !policy.assertionHolds(claims, client.client_id, audiences, server.now() / 1000)) return true;
  const expires = Math.min(Number(claims.exp) * 1000, server.now() + 86_400_000);
  return !(yield* settled(server.store.assertions.add(`${client.client_id} ${String(claims.jti)}`, true, expires)));
}

/** The `sub` that an assertion claims, before its signature is looked at. */
export function subjectClaimed(assertion: string): string | undefined {
  try {
    const { sub } = parsed(assertion.split('.')[1] ?? '');
    return typeof sub === 'string' ? sub : undefined;
  } catch {
    return undefined;
  }
}

function verifiedClaims(client: Client, assertion: string): Readonly<Record<string, unknown>> | undefined {
  const [header = '', claims = '', signature = '', ...rest] = assertion.split('.');
  if (rest.length > 0) return undefined;
  try {
    const { alg, kid } = parsed(header);
    if (alg !== 'ES256' && alg !== 'RS256') return undefined;
    const signed = Buffer.from(`${header}.${claims}`);
    const matches = (client.jwks?.keys ?? [])
      .filter((key) => (kid === undefined || key.kid === kid) && key.kty === (alg === 'ES256' ? 'EC' : 'RSA'))
      .some((key) =>
        verify(
          'sha256',
          signed,
          { key: createPublicKey({ key: key as JsonWebKey, format: 'jwk' }), dsaEncoding: 'ieee-p1363' },
          Buffer.from(signature, 'base64url'),
        ),
      );
    return matches ? parsed(claims) : undefined;
  } catch {
    return undefined;
  }
}

const parsed = (part: string): Readonly<Record<string, unknown>> => {
  const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString());
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
};
