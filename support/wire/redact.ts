/** An exchange with every secret, token, code and cookie cut short; the only form that reports ever see. */
export interface RedactedExchange {
  readonly n: number;
  /** ISO 8601, UTC, on the target's clock. */
  readonly at: string;
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: Readonly<Record<string, string | readonly string[]>>;
    readonly body: string;
  };
  readonly response?: {
    readonly status: number;
    readonly headers: Readonly<Record<string, string | readonly string[]>>;
    readonly body: string;
    /** Milliseconds. */
    readonly ms: number;
  };
  /** Why no response came. */
  readonly failure?: string;
  /** A shell command that repeats the request, with variables in the place of secrets. */
  readonly curl: string;
}
