import type { Client } from '../client.js';

export interface IdTokenFacts {
  readonly client: Client;
  readonly grantType: string;
  readonly access_token: string;
}

/** The ID Token: OpenID Connect Core §2, §3.1.3. */
export interface IdTokenPolicy {
  /** Whether the response carries an ID Token. */
  readonly issuesIdToken: (scope: readonly string[], grantType: string) => boolean;
  /** Seconds that an ID Token holds. */
  readonly idTokenLifetime: number;
  /** The header of the token as it is signed. */
  readonly idTokenHeader: (header: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;
  /** The claims of the token as they are signed. */
  readonly idTokenClaims: (claims: Readonly<Record<string, unknown>>, facts: IdTokenFacts) => Readonly<Record<string, unknown>>;
  /** The token, from its signed parts. */
  readonly idTokenText: (header: string, claims: string, signature: string) => unknown;
  /** A key of the JWK Set as it is published. */
  readonly publishedKey: (
    publicKey: Readonly<Record<string, unknown>>,
    privateKey: () => Readonly<Record<string, unknown>>,
  ) => Readonly<Record<string, unknown>>;
}

export const idToken: IdTokenPolicy = {
  issuesIdToken: (scope) => scope.includes('openid'),
  idTokenLifetime: 3600,
  idTokenHeader: (header) => header,
  idTokenClaims: (claims) => claims,
  idTokenText: (header, claims, signature) => `${header}.${claims}.${signature}`,
  publishedKey: (publicKey) => publicKey,
};
