import { hash } from 'node:crypto';
import type { Client } from './client.js';
import { keyId, signature } from './keys.js';
import type { Policy } from './policy/policy.js';

/** What an ID Token is about. `now` and `authenticatedAt` in milliseconds. */
export interface IdTokenRequest {
  readonly issuer: string;
  readonly client: Client;
  readonly subject: string;
  readonly nonce: string | undefined;
  readonly access_token: string;
  readonly authenticatedAt: number;
  readonly now: number;
  readonly grantType: string;
}

/** OpenID Connect Core §2, §3.1.3.6: signed with the algorithm the client is registered for. */
export function idTokenFor(
  policy: Policy,
  { issuer, client, subject, nonce, access_token, authenticatedAt, now, grantType }: IdTokenRequest,
): unknown {
  const alg = client.id_token_signed_response_alg;
  const iat = Math.floor(now / 1000);
  const claims = {
    iss: issuer,
    sub: subject,
    aud: client.client_id,
    exp: iat + policy.idTokenLifetime,
    iat,
    auth_time: Math.floor(authenticatedAt / 1000),
    ...(nonce === undefined ? {} : { nonce }),
    at_hash: hash('sha256', access_token, 'buffer').toString('base64url', 0, 16),
  };
  const head = part(policy.idTokenHeader({ alg, kid: keyId[alg], typ: 'JWT' }));
  const body = part(policy.idTokenClaims(claims, { client, grantType, access_token }));
  return policy.idTokenText(head, body, signature(`${head}.${body}`, alg));
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
