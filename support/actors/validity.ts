/** When a code or token was asked for and received: milliseconds on the target's clock. */
export interface Issued {
  readonly requestedAt: number;
  readonly receivedAt: number;
}

/** Seconds. */
export interface Lifetime {
  readonly lifetime: number;
  readonly tolerance: number;
}

/**
 * The clock rule. It was issued somewhere between the request and its answer, so it lives at least until the request
 * plus its lifetime, at most until the answer plus its lifetime; each less and more the tolerance. What comes in between
 * is not judged. Instants in milliseconds on the target's clock.
 */
export interface Validity {
  /** The last moment at which to use it and still have the answer in time. */
  readonly almostOver: number;
  /** An answer that arrived before this instant is about something valid. */
  readonly validBefore: number;
  /** A request that leaves at this instant is about something expired. */
  readonly expired: number;
}

export function validity({ requestedAt, receivedAt }: Issued, { lifetime, tolerance }: Lifetime): Validity {
  const margin = tolerance === 0 ? 1 : 1000;
  const validBefore = requestedAt + (lifetime - tolerance) * 1000;
  return { almostOver: validBefore - margin, validBefore, expired: receivedAt + (lifetime + tolerance) * 1000 + margin };
}
