import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Failure } from './exchange.js';
import { authority, failure } from './failure.js';
import { retryAfterOf } from './retry-after.js';

export interface RateLimitsOptions {
  /** Requests a second to each host, at most. */
  readonly rate?: number;
  /** Milliseconds: a server that asks for more at once is asked no further. */
  readonly longestWaitMs?: number;
  /** Milliseconds: what all waits of a run may come to, for each host. */
  readonly mostWaitingMs?: number;
  /** Told of every wait that a server asked for. */
  readonly told?: (wait: AskedWait) => void;
  readonly sleep?: (ms: number) => Promise<unknown>;
  /** Milliseconds, monotonic. */
  readonly now?: () => number;
}

export interface AskedWait {
  /** `host:port`. */
  readonly host: string;
  readonly status: number;
  readonly ms: number;
}

/** A limit that a run cannot keep by waiting: nothing more is sent to that host. */
export interface LimitMet {
  readonly host: string;
  readonly status: number;
  /** Milliseconds that the server last asked for; undefined where it did not say. */
  readonly askedMs: number | undefined;
  /** Requests to the host since the last wait, or since the beginning, and the milliseconds that they took. */
  readonly requests: number;
  readonly tookMs: number;
  /** Milliseconds that the run had waited for the host by then. */
  readonly waitedMs: number;
}

interface Sent {
  readonly outcome: Answer | Failure;
}

/** Tries of one request that a server puts off every time. */
const mostTries = 6;
/** Milliseconds to wait for a server that does not say how long; doubled each time. */
const unsaidMs = 1_000;
/** Of these only where the server does not say: then it is no limit but a way to refuse. */
const mostUnsaidTries = 3;

/** The good manners of a run: how fast it asks each host, and how it waits where a server says "not now" (429, or 503 with Retry-After). */
export class RateLimits {
  readonly #hosts = new Map<string, Host>();
  readonly #spacing: number;
  readonly #options: Required<Omit<RateLimitsOptions, 'rate' | 'told'>> & Pick<RateLimitsOptions, 'told'>;
  #met: LimitMet | undefined;

  constructor({ rate, ...options }: RateLimitsOptions = {}) {
    this.#spacing = rate === undefined ? 0 : 1000 / rate;
    this.#options = { longestWaitMs: 60_000, mostWaitingMs: 600_000, sleep: pause, now: () => performance.now(), ...options };
  }

  /** The first limit that could not be kept by waiting. */
  get met(): LimitMet | undefined {
    return this.#met;
  }

  /** Sends when its turn has come, and again when the server has put it off; where it cannot be sent any more, `withheld` says what came of it. */
  async carry<T extends Sent>(url: string, send: () => Promise<T>, withheld: (outcome: Failure) => T, once = false): Promise<T> {
    const host = this.#host(url);
    for (let tries = 1; ; tries += 1) {
      await this.turn(url);
      if (host.shut !== undefined) return withheld(failure('limited', url, host.shut));
      host.requests += 1;
      const sent = await send();
      if (!this.#putOff(host, sent.outcome, tries) || once) return sent;
    }
  }

  /** Waits until so many requests may leave for the host; false where none may any more. */
  async turn(url: string, requests = 1): Promise<boolean> {
    const host = this.#host(url);
    if (this.#spacing > 0) {
      const now = this.#options.now();
      const turn = Math.max(now, host.free);
      host.free = turn + requests * this.#spacing;
      if (turn > now) await this.#options.sleep(turn - now);
    }
    while (host.shut === undefined && host.notBefore > this.#options.now()) await this.#options.sleep(host.notBefore - this.#options.now());
    return host.shut === undefined;
  }

  /** Takes down what the answers to requests that left together say of the next. */
  heed(url: string, outcomes: readonly (Answer | Failure)[]): void {
    const host = this.#host(url);
    host.requests += outcomes.length;
    for (const outcome of outcomes) this.#putOff(host, outcome, 1);
  }

  /** Why nothing more may be sent to the host, as a Failure. */
  withheld(url: string): Failure {
    return failure('limited', url, this.#host(url).shut ?? '');
  }

  /** Whether the server wants the request later, and will have it. */
  #putOff(host: Host, outcome: Answer | Failure, tries: number): boolean {
    if (outcome.kind === 'failure') return false;
    const asked = retryAfterOf(outcome, Date.now());
    if (outcome.status !== 429 && !(outcome.status === 503 && asked !== undefined)) return false;
    const now = this.#options.now();
    const ms = asked ?? unsaidMs * 2 ** (tries - 1);
    const more = Math.max(0, now + ms - Math.max(now, host.notBefore));
    if (
      ms > this.#options.longestWaitMs ||
      host.waitedMs + more > this.#options.mostWaitingMs ||
      tries >= (asked === undefined ? mostUnsaidTries : mostTries)
    ) {
      this.#shut(host, outcome.status, asked, now);
      return false;
    }
    if (more > 0) this.#options.told?.({ host: host.name, status: outcome.status, ms });
    host.waitedMs += more;
    host.notBefore = Math.max(host.notBefore, now + ms);
    host.requests = 0;
    host.since = host.notBefore;
    return true;
  }

  #shut(host: Host, status: number, askedMs: number | undefined, now: number): void {
    const after = askedMs === undefined ? 'and does not say for how long' : `for ${Math.ceil(askedMs / 1000)} s`;
    host.shut ??= `not sent, since the server limits its clients (${status}) ${after}`;
    this.#met ??= {
      host: host.name,
      status,
      askedMs,
      requests: host.requests,
      tookMs: Math.max(0, now - host.since),
      waitedMs: host.waitedMs,
    };
  }

  #host(url: string): Host {
    const name = authority(url);
    const known = this.#hosts.get(name);
    if (known !== undefined) return known;
    const fresh: Host = { name, free: 0, notBefore: 0, waitedMs: 0, requests: 0, since: this.#options.now(), shut: undefined };
    this.#hosts.set(name, fresh);
    return fresh;
  }
}

interface Host {
  readonly name: string;
  /** When the next request may leave by the rate, and by the server's word: milliseconds. */
  free: number;
  notBefore: number;
  waitedMs: number;
  requests: number;
  since: number;
  /** Why nothing more is sent. */
  shut: string | undefined;
}
