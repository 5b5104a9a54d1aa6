import type { Awaitable } from '../awaitable.js';
import type { Client } from '../client.js';
import type { RefreshToken } from '../records.js';
import type { Store } from '../store.js';

export type GrantType = 'authorization_code' | 'refresh_token' | 'client_credentials' | 'password';

/** Which grants there are, and the refresh grant: RFC 6749 §5.2, §6; RFC 9700 §4.14.2. */
export interface GrantPolicy {
  /** The grant types there are; also what metadata says. */
  readonly grantTypes: readonly GrantType[];
  /** The grant type of a request that names none; undefined refuses. */
  readonly grantTypeWhenMissing: GrantType | undefined;
  /** The grant type that a name stands for; undefined if it stands for none. */
  readonly grantTypeNamed: (name: string) => GrantType | undefined;
  /** Whether this client may use this grant. */
  readonly grantAllowed: (client: Client, grantType: GrantType) => boolean;
  /** Whether a code grant whose code stands for nothing yields a token all the same; undefined if none was sent. */
  readonly issuesWithoutCode: (code: string | undefined) => boolean;

  /** Whether a redemption yields a refresh token. */
  readonly issuesRefreshToken: (client: Client) => boolean;
  /** The key that a refresh token is found by. */
  readonly refreshTokenKey: (token: string) => string;
  /** What may be presented as a refresh token. */
  readonly takenAsRefreshToken: readonly ('refresh_token' | 'access_token' | 'code')[];
  /** Seconds that a refresh token lives; the one that takes its place lives as long again. */
  readonly refreshTokenLifetime: number;
  /** Whether a refresh token is dead of age; milliseconds. */
  readonly refreshTokenExpired: (token: RefreshToken, now: number) => boolean;
  readonly refreshTokenBelongsTo: (token: RefreshToken, client_id: string) => boolean;
  /** Whether a refresh has to carry a code_verifier. */
  readonly refreshNeedsVerifier: boolean;
  /** Whether a refresh replaces the refresh token by a new one. */
  readonly rotatesRefreshToken: (client: Client) => boolean;
  /** Uses a refresh token up: true for the first caller only. `now` is when, `until` when it may be forgotten. */
  readonly spendRefreshToken: (store: Store, token: string, until: number, now: number) => Awaitable<boolean>;
  /** Whether the revocation endpoint revokes what it is shown (RFC 7009 §2.1). */
  readonly revokes: boolean;
  /** Whether the second use of a rotated refresh token revokes every token of its grant. */
  readonly reuseRevokesGrant: boolean;
  /** The scope of the refreshed access token; undefined refuses. An omitted scope is given as undefined. */
  readonly refreshedScope: (granted: readonly string[], requested: readonly string[] | undefined) => readonly string[] | undefined;
  /** The scope of the new refresh token. */
  readonly scopeOfNewRefreshToken: (granted: readonly string[], refreshed: readonly string[]) => readonly string[];
}

const grantTypes: readonly GrantType[] = ['authorization_code', 'refresh_token'];

export const grants: GrantPolicy = {
  grantTypes,
  grantTypeWhenMissing: undefined,
  grantTypeNamed: (name) => grantTypes.find((known) => known === name),
  grantAllowed: (client, grantType) => client.grant_types.includes(grantType),
  issuesWithoutCode: () => false,

  issuesRefreshToken: (client) => client.grant_types.includes('refresh_token'),
  refreshTokenKey: (token) => token,
  takenAsRefreshToken: ['refresh_token'],
  refreshTokenLifetime: 14 * 86_400,
  refreshTokenExpired: (token, now) => now >= token.expiresAt,
  refreshTokenBelongsTo: (token, client_id) => token.client_id === client_id,
  refreshNeedsVerifier: false,
  rotatesRefreshToken: () => true,
  spendRefreshToken: (store, token, until) => store.spentRefreshTokens.add(token, true, until),
  revokes: true,
  reuseRevokesGrant: true,
  refreshedScope: (granted, requested) =>
    requested === undefined ? granted : requested.every((token) => granted.includes(token)) ? requested : undefined,
  scopeOfNewRefreshToken: (granted) => granted,
};
