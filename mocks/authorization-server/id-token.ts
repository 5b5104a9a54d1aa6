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
  /** The access token beside it, if one comes beside it. */
  readonly access_token?: string;
  /** The code beside it, where both come by the front channel. */
  readonly code?: string;
  readonly authenticatedAt: number;
  readonly now: number;
  readonly grantType: string;
}

/** OpenID Connect Core §2, §3.1.3.6, §3.3.2.11: signed with the algorithm the client is registered for. */
export function idTokenFor(
  policy: Policy,
  { issuer, client, subject, nonce, access_token, code, authenticatedAt, now, grantType }: IdTokenRequest,
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
    ...(access_token === undefined ? {} : { at_hash: leftHalf(access_token) }),
    ...(code === undefined ? {} : { c_hash: leftHalf(code) }),
  };
  const head = part(policy.idTokenHeader({ alg, kid: keyId[alg], typ: 'JWT' }));
  const body = part(policy.idTokenClaims(claims, { client, grantType, access_token: access_token ?? '' }));
  return policy.idTokenText(head, body, signature(`${head}.${body}`, alg));
}

const leftHalf = (value: string): string => hash('sha256', value, 'buffer').toString('base64url', 0, 16);

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
