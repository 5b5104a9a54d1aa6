import { randomUUID, timingSafeEqual } from 'node:crypto';
import type {
  OAuthAuthCode,
  OAuthAuthCodeRepository,
  OAuthClient,
  OAuthClientRepository,
  OAuthScopeRepository,
  OAuthToken,
  OAuthTokenRepository,
  OAuthUserRepository,
} from '@jmondi/oauth2-server';

export const ALICE = { id: 'alice' };

export interface Repositories {
  readonly clients: OAuthClientRepository;
  readonly codes: OAuthAuthCodeRepository;
  readonly scopes: OAuthScopeRepository;
  readonly tokens: OAuthTokenRepository;
  readonly users: OAuthUserRepository;
}

/** The repositories that the library asks of its user, in memory; a revoked entry is marked and kept, as in its documentation. */
export function memoryRepositories(clients: readonly OAuthClient[], refreshTokenLifetimeMs: number): Repositories {
  const codes = new Map<string, OAuthAuthCode>();
  const tokens = new Map<string, OAuthToken>();
  const expired = new Date(0);

  const revoke = (token: OAuthToken): void => {
    token.accessTokenExpiresAt = expired;
    token.refreshTokenExpiresAt = expired;
  };
  return {
    clients: {
      // The library answers invalid_client to a client that is undefined; its types do not say so.
      getByIdentifier: (id) => Promise.resolve(clients.find((client) => client.id === id) as OAuthClient),
      isClientValid: (grant, client, secret) => Promise.resolve(client.allowedGrants.includes(grant) && holds(client, secret)),
    },
    codes: {
      getByIdentifier: (code) => Promise.resolve(codes.get(code) as OAuthAuthCode),
      issueAuthCode: (client, user, scopes) => ({ code: randomUUID(), client, user: user ?? null, scopes, expiresAt: expired }),
      persist: (code) => Promise.resolve(void codes.set(code.code, code)),
      isRevoked: (code) => Promise.resolve((codes.get(code)?.expiresAt ?? expired) <= expired),
      revoke: (code) => Promise.resolve(void Object.assign(codes.get(code) ?? {}, { expiresAt: expired })),
    },
    scopes: {
      getAllByIdentifiers: (names) => Promise.resolve([...new Set(names)].filter(isKnown).map((name) => ({ name }))),
      finalize: (scopes) => Promise.resolve(scopes),
    },
    tokens: {
      issueToken: (client, scopes, user) =>
        Promise.resolve({ accessToken: randomUUID(), accessTokenExpiresAt: expired, client, scopes, user: user ?? null }),
      issueRefreshToken(token) {
        token.refreshToken = randomUUID();
        token.refreshTokenExpiresAt = new Date(Date.now() + refreshTokenLifetimeMs);
        return Promise.resolve(token);
      },
      persist: (token) => Promise.resolve(void tokens.set(token.accessToken, token)),
      revoke: (token) => Promise.resolve(revoke(token)),
      revokeDescendantsOf: (codeId) =>
        Promise.resolve([...tokens.values()].filter((token) => token.originatingAuthCodeId === codeId).forEach(revoke)),
      isRefreshTokenRevoked: (token) => Promise.resolve((token.refreshTokenExpiresAt ?? expired) <= new Date()),
      getByRefreshToken: (refreshToken) =>
        Promise.resolve([...tokens.values()].find((token) => token.refreshToken === refreshToken) as OAuthToken),
    },
    users: { getUserByCredentials: (id) => Promise.resolve(id === ALICE.id ? ALICE : undefined) },
  };
}

function isKnown(scope: string): boolean {
  return scope === 'read' || scope === 'write';
}

function holds({ secret }: OAuthClient, presented: string | undefined): boolean {
  if (!secret) return presented === undefined;
  const [own, other] = [Buffer.from(secret), Buffer.from(presented ?? '')];
  return own.length === other.length && timingSafeEqual(own, other);
}
