import type { Client } from '../actors/client.js';
import { validity, type Issued } from '../actors/validity.js';
import { outcomeOf, tokenIn } from '../verdict/outcome.js';
import type { Exchange } from '../wire/exchange.js';

/** What came of one code: its refresh tokens and all that is known of whether they and the access tokens still count. */
export interface Family {
  readonly client: Client;
  /** The refresh token that counts now, if one came. */
  current: string | undefined;
  /** Those that it replaced. */
  readonly replaced: string[];
  readonly accessTokens: AccessEntry[];
  /** When the code was redeemed. */
  readonly begun: Issued;
  /** When tokens last came of it. */
  latest: Issued;
  /** Since when nothing of it may count any more, and why; `maybe` where the server may think so or not. */
  revoked: 'no' | 'maybe' | { readonly since: number; readonly by: 'the replay of the code' | 'the reuse of a refresh token' };
}

export interface AccessEntry {
  readonly value: string;
  readonly family: Family;
  /** Milliseconds on the target's clock; absent where the response does not say how long it lives. */
  readonly expired: number | undefined;
}

/** Milliseconds that a server has to tell its resources of a revocation. */
export const propagation = 5000;

/** The tokens of a redemption, as the first of a family. */
export function familyOf(client: Client, answer: Exchange): Family {
  const begun = issuedBy(answer);
  const family: Family = { client, current: undefined, replaced: [], accessTokens: [], begun, latest: begun, revoked: 'no' };
  keepTokens(family, answer);
  return family;
}

/** Something of the family was good for tokens: whether that gives the rest of it its time anew is the server's choice. */
export function renew(family: Family, answer: Exchange): void {
  family.latest = issuedBy(answer);
}

function issuedBy({ sentAt, answeredAt }: Exchange): Issued {
  return { requestedAt: sentAt, receivedAt: answeredAt };
}

/** Keeps what a response brought; a new refresh token takes the place of the one before. */
export function keepTokens(family: Family, answer: Exchange): void {
  renew(family, answer);
  const refreshToken = tokenIn(answer, 'refresh_token');
  if (refreshToken !== undefined && refreshToken !== family.current) {
    if (family.current !== undefined) family.replaced.push(family.current);
    family.current = refreshToken;
  }
  const value = tokenIn(answer, 'access_token');
  if (value !== undefined) family.accessTokens.push({ value, family, expired: expiryOf(family.client, answer) });
}

function expiryOf({ target }: Client, answer: Exchange): number | undefined {
  const outcome = outcomeOf(answer);
  const seconds = outcome.kind === 'granted' && outcome.response.kind === 'token' ? outcome.response.members['expires_in'] : undefined;
  if (typeof seconds !== 'number') return undefined;
  const { tolerance, resource_leeway } = target.lifetimes;
  return validity(issuedBy(answer), { lifetime: seconds + resource_leeway, tolerance }).expired;
}

/** Whether the access tokens of the family have certainly stopped counting by now; only the replay of the code takes those back. */
export function isRevoked({ revoked }: Family, now: number): boolean {
  return typeof revoked === 'object' && revoked.by === 'the replay of the code' && now >= revoked.since + propagation;
}

/** Why a refresh with the current refresh token may bring nothing by now; undefined where it may. */
export function barrierTo({ revoked }: Family, now: number): 'the replay of the code' | 'the reuse of a refresh token' | undefined {
  if (typeof revoked !== 'object') return undefined;
  return revoked.by === 'the reuse of a refresh token' || now >= revoked.since + propagation ? revoked.by : undefined;
}

/** Seconds that a refresh token lives at least, where the target does not say for how long. */
const shortestLifetime = 60;

/**
 * What lies between is not judged: a refresh token that took the place of another may live for its own lifetime or end with
 * that of the first, and a use may give it its time anew. Milliseconds on the target's clock.
 */
export function refreshValidity({ client: { target }, begun, latest }: Family): {
  readonly almostOver: number;
  readonly validBefore: number;
  readonly expired: number;
} {
  const { refresh_token: declared, tolerance } = target.lifetimes;
  const { almostOver, validBefore } = validity(begun, { lifetime: declared ?? shortestLifetime, tolerance });
  const expired = declared === undefined ? Infinity : validity(latest, { lifetime: declared, tolerance }).expired;
  return { almostOver, validBefore, expired };
}
