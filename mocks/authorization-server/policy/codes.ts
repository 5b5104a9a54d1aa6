import { randomBytes } from 'node:crypto';
import type { Awaitable } from '../awaitable.js';
import type { Client } from '../client.js';
import type { AuthorizationCode } from '../records.js';
import type { Store } from '../store.js';

/** What a code may be redeemed for, by whom and when: RFC 6749 §4.1.2, §4.1.3. */
export interface CodePolicy {
  /** A fresh code; what it is for is given for servers that let it be read off. */
  readonly newCode: (about: Omit<AuthorizationCode, 'code'>) => string;
  /** The key that a code is kept and found by. */
  readonly codeKey: (code: string) => string;
  /** What may be presented as a code; a token stands for the code that it came of. */
  readonly takenAsCode: readonly ('code' | 'access_token' | 'refresh_token')[];
  /** Seconds that a code lives. */
  readonly codeLifetime: number;
  /** Whether a code of this age is dead; milliseconds. */
  readonly codeExpired: (age: number, lifetime: number) => boolean;
  /** Redeems a code for good: true for the first caller only. `until` is when it may be forgotten. */
  readonly spendCode: (store: Store, key: string, until: number, client?: Client) => Awaitable<boolean>;
  /** Whether this client may redeem the code. */
  readonly codeBelongsTo: (code: AuthorizationCode, client_id: string, code_verifier: string | undefined) => boolean;
  /** What is wrong with the redirect URI of the token request, if anything. */
  readonly redirectUriFault: (
    code: AuthorizationCode,
    given: string | undefined,
    client?: Client,
  ) => 'redirect-uri-missing' | 'redirect-uri-mismatch' | undefined;
  /** Whether a second redemption revokes what the first one yielded; valid means nothing else was wrong with it. */
  readonly replayRevokesTokens: (replay: { readonly valid: boolean }) => boolean;
}

export const codes: CodePolicy = {
  newCode: () => unguessable(),
  codeKey: (code) => code,
  takenAsCode: ['code'],
  codeLifetime: 60,
  codeExpired: (age, lifetime) => age >= lifetime * 1000,
  spendCode: (store, key, until) => store.spentCodes.add(key, true, until),
  codeBelongsTo: (code, client_id) => code.client_id === client_id,
  redirectUriFault: (code, given) => {
    if (given === undefined) return code.redirect_uri === undefined ? undefined : 'redirect-uri-missing';
    return given === (code.redirect_uri ?? code.delivered_to) ? undefined : 'redirect-uri-mismatch';
  },
  replayRevokesTokens: ({ valid }) => valid,
};

/** 256 bits, in the alphabet that needs no encoding anywhere. */
export function unguessable(): string {
  if (at === pool.length) {
    pool = randomBytes(32 * 128);
    at = 0;
  }
  at += 32;
  return pool.toString('base64url', at - 32, at);
}

/** The next value is of the octets that the system yields next. */
export function drawCodesAnew(): void {
  at = pool.length;
}

/** Randomness is fetched for many values at a time: one call costs as much as a hundred values. */
let pool: Buffer = Buffer.alloc(0);
let at = 0;
