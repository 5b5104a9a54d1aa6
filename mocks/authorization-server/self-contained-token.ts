import { keyId, signature } from './keys.js';
import type { AccessToken, RefreshToken } from './records.js';
import { unguessable } from './policy/codes.js';

/** An access token that says itself what it is for: RFC 9068 §2. `groups` is what makes such tokens long. */
export function selfContainedToken(about: Omit<AccessToken | RefreshToken, 'token'>, groups: readonly string[] = []): string {
  const head = part({ alg: 'ES256', kid: keyId.ES256, typ: 'at+jwt' });
  const body = part({
    sub: about.subject,
    client_id: about.client_id,
    scope: about.scope.join(' '),
    iat: Math.floor(about.issuedAt / 1000),
    exp: Math.floor(about.expiresAt / 1000),
    jti: unguessable(),
    ...(groups.length === 0 ? {} : { groups }),
  });
  return `${head}.${body}.${signature(`${head}.${body}`, 'ES256')}`;
}

/** The jti of such a token, whatever its signature says; the token itself where it is none. */
export function tokenIdentifier(token: string): string {
  const [, body = '', , more] = token.split('.');
  if (more !== undefined || !body.startsWith('eyJ')) return token;
  const { jti } = JSON.parse(Buffer.from(body, 'base64url').toString()) as { readonly jti?: unknown };
  return typeof jti === 'string' ? jti : token;
}

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
