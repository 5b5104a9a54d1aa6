import type { HttpHeaders } from '../protocol/http.js';

/** One request of a run and what came of it, unredacted: it never leaves the run in this form. */
export interface Exchange {
  /** Number within the run, from 1, in the order of sending. */
  readonly n: number;
  /** Milliseconds since the epoch, on the target's clock, just before sending. */
  readonly sentAt: number;
  /** Milliseconds since the epoch, on the target's clock, when the answer was complete. */
  readonly answeredAt: number;
  /** Duration in milliseconds of wall time. */
  readonly ms: number;
  readonly request: SentRequest;
  readonly outcome: Answer | Failure;
}

export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: HttpHeaders;
  readonly body: Uint8Array;
}

export interface Answer {
  readonly kind: 'answer';
  readonly status: number;
  readonly headers: HttpHeaders;
  /** Decoded as UTF-8; octets that are not UTF-8 appear as U+FFFD. */
  readonly body: string;
  /** Characters that followed the body, where it was too long to be remembered whole. */
  readonly forgotten?: number;
}

/** No answer came: the request cannot be judged. */
export interface Failure {
  readonly kind: 'failure';
  /** `limited`: not sent, since the server asks its clients to wait longer than this run does. */
  readonly cause: 'timeout' | 'refused' | 'reset' | 'tls' | 'dns' | 'too-large' | 'malformed' | 'aborted' | 'limited';
  readonly message: string;
}
