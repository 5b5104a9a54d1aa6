import type { Client } from '../client.js';
import type { Pair } from './form.js';
import type { HttpResponse } from '../../../support/protocol/http.js';
import type { ErrorAnswer, Situation } from './errors.js';

/** What an authorization response is about. */
export type Outcome = 'success' | 'error';

/** What the front channel can bring. */
export type Yield = 'code' | 'token' | 'id_token';

/** The authorization endpoint: RFC 6749 §3.1, §4.1; RFC 9207; RFC 8252 §7. */
export interface AuthorizationPolicy {
  /** What a response type yields; undefined if it is not known. An omitted response type is given as undefined. */
  readonly responseTypeYields: (responseType: string | undefined) => readonly Yield[] | undefined;
  /** The response types that metadata names. */
  readonly responseTypesOffered: readonly string[];
  /** Whether the redirect URI of the request is the registered one. */
  readonly redirectUriMatches: (registered: string, given: string, client: Client) => boolean;
  /** Whether a code may travel to this redirect URI although it is registered (RFC 9700 §2.6). */
  readonly mayRedirectTo: (registered: string) => boolean;
  /** The redirect URI of a request that names none; undefined refuses. */
  readonly redirectUriWhenOmitted: (client: Client, scope: readonly string[]) => string | undefined;
  /** Whether an error travels to the redirect URI instead of being shown. */
  readonly refusesByRedirect: (situation: Situation, redirectUriIsRegistered: boolean) => boolean;
  /** The redirect URI with the response added to it. */
  readonly addToRedirectUri: (redirectUri: string, members: readonly Pair[]) => string;
  readonly redirectStatus: number;
  /** The `state` that is returned. */
  readonly returnedState: (state: string | undefined, outcome: Outcome) => string | undefined;
  /** The `iss` that is returned (RFC 9207 §2); undefined sends none. */
  readonly returnedIssuer: (issuer: string, outcome: Outcome) => string | undefined;
  /** Members of the response beyond those of the RFCs. */
  readonly furtherMembers: (request: ReadonlyMap<string, string>, outcome: Outcome) => readonly Pair[];
  /** The error members of an authorization error response. */
  readonly authorizationErrorMembers: (error: string, description: string) => readonly Pair[];
  /** What the endpoint answers in place of its page of an error; undefined shows the page. */
  readonly insteadOfErrorPage: (answer: ErrorAnswer) => HttpResponse | undefined;
  /** Whether an authorization request has to carry a nonce. */
  readonly demandsNonce: boolean;
  /** Header fields of a page that the endpoint shows. */
  readonly pageHeaders: Readonly<Record<string, string>>;
  /** Whether the resource owner is asked although the server would approve by itself. */
  readonly asksForConsent: (prompt: string | undefined) => boolean;
  /** Whether a consent form that was sent back carries the value it was given. */
  readonly consentHolds: (given: string | undefined, expected: string) => boolean;
  /** Who the resource owner is; the same name each time. */
  readonly subjectOf: (client: Client) => string;
}

export const authorization: AuthorizationPolicy = {
  responseTypeYields: (responseType) => (responseType === 'code' ? ['code'] : undefined),
  responseTypesOffered: ['code'],
  redirectUriMatches: (registered, given, client) =>
    given === registered ||
    (client.application_type === 'native' &&
      loopbackWithoutPort(registered) !== undefined &&
      loopbackWithoutPort(registered) === loopbackWithoutPort(given)),
  mayRedirectTo: (registered) => !/^http:\/\/(?!127\.0\.0\.1[:/?]|\[::1\][:/?]|localhost[:/?])/i.test(registered),
  redirectUriWhenOmitted: (client, scope) =>
    client.redirect_uris.length === 1 && !scope.includes('openid') ? client.redirect_uris[0] : undefined,
  refusesByRedirect: (_situation, redirectUriIsRegistered) => redirectUriIsRegistered,
  addToRedirectUri: (redirectUri, members) => addToQuery(redirectUri, members),
  redirectStatus: 303,
  returnedState: (state) => state,
  returnedIssuer: (issuer) => issuer,
  furtherMembers: () => [],
  authorizationErrorMembers: (error, description) => [
    ['error', error],
    ['error_description', description],
  ],
  insteadOfErrorPage: () => undefined,
  demandsNonce: false,
  // No form-action: Chromium holds it against the redirect as well, and the answer would never reach the client.
  pageHeaders: { 'content-security-policy': "default-src 'none'; frame-ancestors 'none'", 'x-frame-options': 'DENY' },
  asksForConsent: (prompt) => prompt?.split(' ').includes('consent') ?? false,
  consentHolds: (given, expected) => given === expected,
  subjectOf: () => 'resource-owner-1',
};

/** A loopback redirect URI with its port taken out (RFC 8252 §7.3); undefined for any other URI. */
function loopbackWithoutPort(uri: string): string | undefined {
  const parts = /^(http:\/\/(?:127\.0\.0\.1|\[::1\]))(?::[0-9]{1,5})?([/?].*)?$/s.exec(uri);
  return parts === null ? undefined : `${parts[1]}${parts[2] ?? ''}`;
}

/** Keeps the query that the URI has (RFC 6749 §3.1.2). */
const addToQuery = (uri: string, members: readonly Pair[]): string => `${uri}${uri.includes('?') ? '&' : '?'}${encoded(members)}`;

/** In the form encoding; a space becomes `%20`, which every decoder knows. */
export function encoded(members: readonly Pair[]): string {
  let text = '';
  for (const [name, value] of members) text += `${text === '' ? '' : '&'}${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  return text;
}
