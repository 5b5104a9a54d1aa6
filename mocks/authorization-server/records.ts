/** RFC 7636 §4.3 */
export type CodeChallengeMethod = 'S256' | 'plain';

/** What the server remembers of a code. Plain data: a store may keep it as JSON. Times in milliseconds since the epoch. */
export interface AuthorizationCode {
  readonly code: string;
  readonly client_id: string;
  /** As sent in the authorization request; absent if it was omitted there. */
  readonly redirect_uri?: string | undefined;
  /** Where the code was delivered. */
  readonly delivered_to: string;
  readonly code_challenge?: string | undefined;
  readonly code_challenge_method: CodeChallengeMethod;
  /** As sent, before anything was granted. */
  readonly requested_scope?: string | undefined;
  readonly scope: readonly string[];
  readonly subject: string;
  readonly nonce?: string | undefined;
  readonly issuedAt: number;
}

/** Names the grant that tokens descend from: revoking it revokes them all. */
export type GrantId = string;

export interface AccessToken {
  readonly token: string;
  /** A proved token opens nothing without the verifier of its challenge. */
  readonly realm: 'bearer' | 'proved';
  readonly grant: GrantId;
  readonly client_id: string;
  readonly subject: string;
  readonly scope: readonly string[];
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly code_challenge?: string | undefined;
  readonly code_challenge_method?: CodeChallengeMethod | undefined;
}

export interface RefreshToken {
  readonly token: string;
  readonly grant: GrantId;
  readonly client_id: string;
  readonly subject: string;
  readonly scope: readonly string[];
  readonly nonce?: string | undefined;
  readonly authenticatedAt: number;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

export interface PushedRequest {
  readonly request_uri: string;
  readonly client_id: string;
  readonly parameters: readonly (readonly [name: string, value: string])[];
  readonly expiresAt: number;
}

/** The same text in memory of its own: what is cut from a request keeps the whole request alive for as long as it is remembered itself. */
export const uncut = (text: string): string => Buffer.from(text).toString();
