import type { Profile } from './profile.js';

export type TokenEndpointAuthMethod = 'none' | 'client_secret_basic' | 'client_secret_post' | 'private_key_jwt';

/** A client as the server knows it; the members are those of RFC 7591 §2 and a few of our own. */
export interface Client {
  readonly client_id: string;
  readonly client_secret?: string;
  readonly token_endpoint_auth_method: TokenEndpointAuthMethod;
  readonly redirect_uris: readonly string[];
  readonly application_type: 'web' | 'native';
  /** The scope tokens the client may have, separated by spaces. */
  readonly scope: string;
  readonly grant_types: readonly string[];
  readonly jwks?: { readonly keys: readonly Readonly<Record<string, unknown>>[] };
  readonly id_token_signed_response_alg: 'ES256' | 'RS256';
  readonly require_pushed_authorization_requests: boolean;
  /** Whether the client may not leave PKCE out, where the profile leaves it open. */
  readonly require_pkce: boolean;
  /** Whether the client is known to check the nonce of its ID tokens, which can stand in for PKCE (OAuth 2.1 §7.5.1.1). */
  readonly nonce_assured: boolean;
  /** Whose policy decides at the RFC endpoints. */
  readonly profile: Profile;
  /** RFC 7592: what reads or deletes a client that registered itself. */
  readonly registration_access_token?: string;
}

/** What has to be said of a client; the rest has a default. */
export type ClientEntry = Pick<Client, 'client_id'> & { readonly [Member in keyof Client]?: Client[Member] | undefined };

/** Completes an entry: the authentication method follows the secret, the scope is everything the mock knows. */
export function clientFrom(entry: ClientEntry, profile: Profile): Client {
  const application_type = entry.application_type ?? 'web';
  return {
    client_id: entry.client_id,
    ...(entry.client_secret === undefined ? {} : { client_secret: entry.client_secret }),
    token_endpoint_auth_method: entry.token_endpoint_auth_method ?? (entry.client_secret === undefined ? 'none' : 'client_secret_basic'),
    redirect_uris: entry.redirect_uris ?? [],
    application_type,
    scope: entry.scope ?? knownScope,
    grant_types: entry.grant_types ?? ['authorization_code', 'refresh_token'],
    ...(entry.jwks === undefined ? {} : { jwks: entry.jwks }),
    id_token_signed_response_alg: entry.id_token_signed_response_alg ?? 'ES256',
    require_pushed_authorization_requests: entry.require_pushed_authorization_requests ?? false,
    require_pkce: entry.require_pkce ?? application_type === 'native',
    nonce_assured: entry.nonce_assured ?? false,
    profile: entry.profile ?? profile,
    ...(entry.registration_access_token === undefined ? {} : { registration_access_token: entry.registration_access_token }),
  };
}

/** Every scope token of the mock; `openid`, `profile` and `offline_access` as in OpenID Connect, the others open entry points of the resources. */
export const knownScope = 'openid profile offline_access read write get_user_info';
