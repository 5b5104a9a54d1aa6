import type { Awaitable } from '../awaitable.js';
import type { Client } from '../client.js';
import type { PushedRequest } from '../records.js';
import type { Store } from '../store.js';
import { unguessable } from './codes.js';
import type { Pair } from './form.js';

/** Pushed authorization requests: RFC 9126. */
export interface PushPolicy {
  readonly pushStatus: number;
  /** Seconds that a request_uri lives. */
  readonly pushLifetime: number;
  /** The expires_in that the response shows. */
  readonly pushExpiresInMember: (lifetime: number) => unknown;
  readonly newRequestUri: () => string;
  /** Whether a push may itself name a request_uri. */
  readonly acceptsPushedRequestUri: boolean;
  /** Whether this client may push a redirect URI that it has not registered (RFC 9126 §2.4). */
  readonly mayPushUnregistered: (client: Client) => boolean;
  /** Whether the PKCE parameters of a push are looked at. */
  readonly validatesPushedChallenge: boolean;
  /** The parameters that are kept of a push. */
  readonly keptOfPush: (parameters: readonly Pair[]) => readonly Pair[];
  /** The parameters that count, of those pushed and those that came through the front. */
  readonly parametersOfPushed: (pushed: ReadonlyMap<string, string>, front: ReadonlyMap<string, string>) => ReadonlyMap<string, string>;
  /** Whether the redirect URI of a pushed request, which was looked at when it was pushed, is looked at again when it is used. */
  readonly validatesPushedRedirectUri: boolean;
  /** The parameters that count beside a request_uri that was never given out; undefined refuses. */
  readonly parametersOfUnknown: (front: ReadonlyMap<string, string>) => ReadonlyMap<string, string> | undefined;
  readonly requestUriBelongsTo: (request: PushedRequest, client_id: string) => boolean;
  readonly requestUriExpired: (request: PushedRequest, now: number) => boolean;
  /** Uses a request_uri up: true for the first caller only. */
  readonly spendRequestUri: (store: Store, requestUri: string, until: number) => Awaitable<boolean>;
  /** Whether this client has to push its requests. */
  readonly pushRequired: (client: Client) => boolean;
}

export const push: PushPolicy = {
  pushStatus: 201,
  pushLifetime: 60,
  pushExpiresInMember: (lifetime) => lifetime,
  newRequestUri: () => `urn:ietf:params:oauth:request_uri:${unguessable()}`,
  acceptsPushedRequestUri: false,
  mayPushUnregistered: () => false,
  validatesPushedChallenge: true,
  keptOfPush: (parameters) => parameters,
  parametersOfPushed: (pushed) => pushed,
  validatesPushedRedirectUri: true,
  parametersOfUnknown: () => undefined,
  requestUriBelongsTo: (request, client_id) => request.client_id === client_id,
  requestUriExpired: (request, now) => now >= request.expiresAt,
  spendRequestUri: (store, requestUri, until) => store.spentPushedRequests.add(requestUri, true, until),
  pushRequired: (client) => client.require_pushed_authorization_requests,
};
