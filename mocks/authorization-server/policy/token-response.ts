import type { Client } from '../client.js';
import type { AccessToken, RefreshToken } from '../records.js';
import { unguessable } from './codes.js';

/** What a token response can tell of itself. */
export interface ResponseFacts {
  readonly client: Client;
  readonly parameters: ReadonlyMap<string, string>;
  readonly grantType: string;
}

/** The tokens, and the response that carries them: RFC 6749 §5.1. */
export interface TokenResponsePolicy {
  readonly newAccessToken: (about: Omit<AccessToken, 'token'>) => string;
  readonly newRefreshToken: (about: Omit<RefreshToken, 'token'>) => string;
  /** Seconds that an access token lives. */
  readonly accessTokenLifetime: number;
  /** The access_token that the response shows. */
  readonly accessTokenMember: (token: string) => unknown;
  readonly tokenTypeMember: string | undefined;
  /** The expires_in that the response shows; undefined leaves it out. `lifetime` in seconds. */
  readonly expiresInMember: (lifetime: number) => unknown;
  /** The scope that the response shows; undefined leaves it out. */
  readonly scopeMember: (granted: readonly string[], requested: readonly string[] | undefined) => unknown;
  /** The members as they are sent, all of them. */
  readonly tokenResponseMembers: (members: Readonly<Record<string, unknown>>, facts: ResponseFacts) => unknown;
  /** The text of the response. */
  readonly tokenResponseText: (members: unknown) => string;
  readonly tokenResponseStatus: number;
  readonly tokenResponseContentType: string;
  /** Header fields that keep the response out of caches. */
  readonly tokenResponseCaching: Readonly<Record<string, string>>;
  /** Header fields beyond those. */
  readonly tokenResponseHeaders: (members: Readonly<Record<string, unknown>>, facts: ResponseFacts) => Readonly<Record<string, string>>;
}

export const tokenResponse: TokenResponsePolicy = {
  newAccessToken: () => unguessable(),
  newRefreshToken: () => unguessable(),
  accessTokenLifetime: 3600,
  accessTokenMember: (token) => token,
  tokenTypeMember: 'Bearer',
  expiresInMember: (lifetime) => lifetime,
  scopeMember: (granted) => granted.join(' '),
  tokenResponseMembers: (members) => members,
  tokenResponseText: (members) => JSON.stringify(members),
  tokenResponseStatus: 200,
  tokenResponseContentType: 'application/json',
  tokenResponseCaching: { 'cache-control': 'no-store', pragma: 'no-cache' },
  tokenResponseHeaders: () => noHeaders,
};

const noHeaders: Readonly<Record<string, string>> = {};
