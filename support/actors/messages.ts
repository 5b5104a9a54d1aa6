import type { RegisteredClient } from '../target/target.js';

/** A code as the client received it, with all that is needed to redeem it. */
export interface IssuedCode {
  readonly value: string;
  readonly client: RegisteredClient;
  /** What the client will present; the challenge was made from it unless the scenario says otherwise. */
  readonly verifier: string;
  readonly challenge: string | undefined;
  readonly method: string | undefined;
  /** As sent in the authorization request; absent where it was left out. */
  readonly redirectUri: string | undefined;
  readonly state: string;
  readonly nonce: string | undefined;
  /** Milliseconds on the target's clock, just before the authorization request left. */
  readonly requestedAt: number;
  /** Milliseconds on the target's clock, when the code had arrived. */
  readonly receivedAt: number;
}

/** A Challenge Code Token, or the plain access token of a redemption, as the client holds it. */
export interface HeldToken {
  readonly value: string;
  readonly verifier: string;
  readonly challenge: string | undefined;
  /** As it was sent; absent where it was left out. */
  readonly method: string | undefined;
  readonly client: RegisteredClient;
  readonly requestedAt: number;
  readonly receivedAt: number;
}
