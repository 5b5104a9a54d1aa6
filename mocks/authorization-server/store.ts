import type { Awaitable } from './awaitable.js';
import type { Client } from './client.js';
import type { AccessToken, AuthorizationCode, PushedRequest, RefreshToken } from './records.js';

/** Where the server remembers. Each shelf forgets an entry after its time, or when it is full and the entry is the oldest. */
export interface Store {
  readonly codes: Shelf<AuthorizationCode>;
  /** Codes that were redeemed, or burnt by a wrong verifier. */
  readonly spentCodes: Shelf<true>;
  readonly accessTokens: Shelf<AccessToken>;
  readonly refreshTokens: Shelf<RefreshToken>;
  readonly spentRefreshTokens: Shelf<true>;
  readonly revokedGrants: Shelf<true>;
  readonly pushedRequests: Shelf<PushedRequest>;
  readonly spentPushedRequests: Shelf<true>;
  /** The single-use ledger of the Challenge Code Token. */
  readonly verifiers: Shelf<true>;
  /** The `jti` of client assertions. */
  readonly assertions: Shelf<true>;
  readonly clients: Shelf<Client>;
  /** Forgets everything. */
  clear(): Awaitable<void>;
  /** Rejects with a StoreUnreachable where the store is elsewhere and does not answer. */
  reach?(): Promise<void>;
  /** Ends connections, where there are any. */
  close?(): Awaitable<void>;
}

/** One kind of entry by key. `until` is in milliseconds since the epoch on the server's clock. */
export interface Shelf<T> {
  put(key: string, value: T, until: number): Awaitable<void>;
  find(key: string): Awaitable<T | undefined>;
  /** Puts the entry only where there is none, in one step: true for the one caller who came first. Every single use rests on it. */
  add(key: string, value: T, until: number): Awaitable<boolean>;
  drop(key: string): Awaitable<void>;
}

/** Where the server should remember there is nobody, or somebody else. */
export class StoreUnreachable extends Error {
  override readonly name = 'StoreUnreachable';
}
