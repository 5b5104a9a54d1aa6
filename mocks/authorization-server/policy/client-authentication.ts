import type { Client } from '../client.js';
import type { AuthorizationCode } from '../records.js';
import { decodeForm } from './form.js';

/** Where a client has to say who it is. */
export type AuthenticatingRequest = 'authorization_code' | 'refresh_token' | 'other-grant' | 'push' | 'revocation' | 'challenge-code-token';

/** The ways the server takes credentials. */
export type SecretCarrier = 'basic' | 'body' | 'assertion';

/** Who asks, and how that is known: RFC 6749 §2.3, §3.2.1. */
export interface ClientAuthenticationPolicy {
  /** The ways in which credentials are taken; others do not count. */
  readonly secretCarriers: readonly SecretCarrier[];
  /** Whether this client may prove itself in this way. */
  readonly mayAuthenticateBy: (client: Client, carrier: SecretCarrier) => boolean;
  /** The two halves of Basic credentials, from their text after base64, where an empty name leaves it to the body; undefined if they cannot be read. */
  readonly basicCredentials: (text: string) => { readonly client_id: string; readonly client_secret: string } | undefined;
  /** Whether an Authorization header of another scheme proves the client that the body names. */
  readonly otherSchemeProves: (header: string) => boolean;
  /** Whether a request may carry credentials in two ways at once. */
  readonly acceptsTwoMethods: boolean;
  /** Which client acts when Basic names one and the body another; undefined refuses. */
  readonly clientOfConflictingIds: (basic: string, body: string) => string | undefined;
  /** Who asks when nobody is named, but a code was sent; undefined refuses. */
  readonly clientOfUnnamedRequest: (code: AuthorizationCode | undefined) => string | undefined;
  /** Who answers to a client_id that is not registered; undefined refuses. */
  readonly clientOfUnknownId: (client_id: string | undefined) => Client | undefined;
  /** Whether this client has to prove itself for this request. */
  readonly mustAuthenticate: (client: Client, request: AuthenticatingRequest, verifierSent: boolean) => boolean;
  /** Whether the secret is the registered one. */
  readonly secretMatches: (registered: string, given: string, client: Client, way?: 'basic' | 'body') => boolean;
  /** Whether the request needs an Authorization header whatever else it carries. */
  readonly demandsAuthorizationHeader: (client: Client) => boolean;
  /** Whether failed authentication burns the code that came with it. */
  readonly failedAuthenticationBurnsCode: boolean;
  /** Whether the claims of a verified client assertion hold (RFC 7523 §3). `now` in seconds. */
  readonly assertionHolds: (
    claims: Readonly<Record<string, unknown>>,
    client_id: string,
    audiences: readonly string[],
    now: number,
  ) => boolean;
}

export const clientAuthentication: ClientAuthenticationPolicy = {
  secretCarriers: ['basic', 'body', 'assertion'],
  mayAuthenticateBy: () => true,
  basicCredentials: (text) => {
    const colon = text.indexOf(':');
    const client_id = decodeForm(text.slice(0, Math.max(colon, 0)));
    const client_secret = decodeForm(text.slice(colon + 1));
    return colon < 0 || !client_id || client_secret === undefined ? undefined : { client_id, client_secret };
  },
  otherSchemeProves: () => false,
  acceptsTwoMethods: false,
  clientOfConflictingIds: () => undefined,
  clientOfUnnamedRequest: () => undefined,
  clientOfUnknownId: () => undefined,
  mustAuthenticate: (client) => client.token_endpoint_auth_method !== 'none',
  secretMatches: (registered, given) => equalInConstantTime(registered, given),
  demandsAuthorizationHeader: () => false,
  failedAuthenticationBurnsCode: false,
  assertionHolds: (claims, client_id, audiences, now) =>
    claims.iss === client_id &&
    claims.sub === client_id &&
    [claims.aud].flat().some((audience) => typeof audience === 'string' && audiences.includes(audience)) &&
    typeof claims.exp === 'number' &&
    claims.exp > now &&
    typeof claims.jti === 'string',
};

/** Whether two strings are the same, in a time that depends on their length only. */
export function equalInConstantTime(left: string, right: string): boolean {
  let difference = left.length ^ right.length;
  // Beyond the end of the right one there is no character: NaN, which counts as nothing here, for the lengths differ already.
  for (let at = 0; at < left.length; at += 1) difference |= left.charCodeAt(at) ^ right.charCodeAt(at);
  return difference === 0;
}
