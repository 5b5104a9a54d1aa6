import type { AccessToken } from '../records.js';

/** Why a protected resource stays shut. */
export type ResourceSituation = keyof typeof resourceErrors;

export interface ResourceError {
  readonly status: number;
  /** The error code of RFC 6750 §3.1; absent where no token was presented. */
  readonly error?: string;
}

/** A token as it came, by the way it came. */
export interface PresentedTokens {
  readonly header: string | undefined;
  readonly form: string | undefined;
  readonly query: string | undefined;
}

/** The protected resources: RFC 6750. */
export interface ResourcePolicy {
  /** Whether an authentication scheme is Bearer. */
  readonly schemeIsBearer: (scheme: string) => boolean;
  /** The token that counts; a situation refuses. */
  readonly tokenPresented: (tokens: PresentedTokens) => { readonly token: string } | 'no-token' | 'two-transports';
  /** The key that an access token is found by. */
  readonly accessTokenKey: (token: string) => string;
  /** What may be presented as an access token. */
  readonly takenAsAccessToken: readonly ('access_token' | 'refresh_token' | 'code')[];
  readonly accessTokenExpired: (token: AccessToken, now: number) => boolean;
  /** When the token expires once it was used; milliseconds since the epoch. */
  readonly expiryAfterUse: (token: AccessToken, now: number) => number;
  /** Whether the scope of a token opens a resource. A resource may need none. */
  readonly scopeOpens: (needed: string | undefined, held: readonly string[]) => boolean;
  /** Whether the resource opens although it should not. */
  readonly opensDespite: (situation: ResourceSituation) => boolean;
  /** Status and error code of each situation. */
  readonly resourceErrors: Readonly<Record<ResourceSituation, ResourceError>>;
  /** The WWW-Authenticate of a refusal; undefined sends none. */
  readonly bearerChallenge: (
    realm: string,
    refusal: ResourceError,
    scope: string | undefined,
    token: string | undefined,
  ) => string | undefined;
  /** The body of a refusal. */
  readonly resourceErrorMembers: (refusal: ResourceError, token: string | undefined) => Readonly<Record<string, unknown>>;
  /** The body of an opened resource. */
  readonly resourceMembers: (token: AccessToken) => Readonly<Record<string, unknown>>;
  /** Header fields of an opened resource. */
  readonly resourceHeaders: Readonly<Record<string, string>>;
}

const resourceErrors = {
  'no-token': { status: 401 },
  'two-transports': { status: 400, error: 'invalid_request' },
  'malformed-request': { status: 400, error: 'invalid_request' },
  'token-unknown': { status: 401, error: 'invalid_token' },
  'token-expired': { status: 401, error: 'invalid_token' },
  'token-revoked': { status: 401, error: 'invalid_token' },
  'scope-insufficient': { status: 403, error: 'insufficient_scope' },
  'proof-missing': { status: 401, error: 'invalid_token' },
  'proof-wrong': { status: 401, error: 'invalid_token' },
  'secret-missing': { status: 401, error: 'invalid_token' },
} as const satisfies Readonly<Record<string, ResourceError>>;

export const resource: ResourcePolicy = {
  schemeIsBearer: (scheme) => scheme.toLowerCase() === 'bearer',
  tokenPresented: ({ header, form, query }) => {
    if ([header, form, query].filter((token) => token !== undefined).length > 1) return 'two-transports';
    return header === undefined ? 'no-token' : { token: header };
  },
  accessTokenKey: (token) => token,
  takenAsAccessToken: ['access_token'],
  accessTokenExpired: (token, now) => now >= token.expiresAt,
  expiryAfterUse: (token) => token.expiresAt,
  scopeOpens: (needed, held) => needed === undefined || held.includes(needed),
  opensDespite: () => false,
  resourceErrors,
  bearerChallenge: (realm, { error }, scope) =>
    `Bearer realm="${realm}"${error === undefined ? '' : `, error="${error}"`}${error === 'insufficient_scope' && scope !== undefined ? `, scope="${scope}"` : ''}`,
  resourceErrorMembers: ({ error }) => (error === undefined ? {} : { error }),
  resourceMembers: (token) => ({ sub: token.subject, client_id: token.client_id, scope: token.scope.join(' ') }),
  resourceHeaders: { 'cache-control': 'private, no-store' },
};
