import type { Clock } from '../target/clock.js';
import { requestOf, type RequestDraft } from './draft.js';
import type { Answer, Exchange, Failure, SentRequest } from './exchange.js';
import { failure } from './failure.js';
import type { Frame } from './framing.js';
import { RateLimits } from './rate-limits.js';
import type { Race, Spread } from './raw.js';
import type { Recorder } from './recorder.js';
import { Transcript } from './transcript.js';
import type { Transport, TransportOptions } from './transport.js';

export interface RaceResult {
  /** In the order of the requests. */
  readonly exchanges: readonly Exchange[];
  /** How far apart the first and the last were, in microseconds: on release, and on arrival of the first octet of the answer. */
  readonly spreadMicros: Spread;
}

/** One scenario's way to the servers: what it sends is recorded in its transcript and in the run's recorder. */
export interface Wire {
  readonly transcript: Transcript;
  /** Sends one request. Never rejects for what the other side does. */
  send(draft: RequestDraft): Promise<Exchange>;
  /** Sends several at once, each on a connection of its own, released together. */
  race(drafts: readonly RequestDraft[]): Promise<RaceResult>;
  /** Sends a request whose octets on the wire are of the caller's making. */
  sendRaw(draft: RequestDraft, frame: Frame): Promise<Exchange>;
  /** Records a request that somebody else sends, a browser say: begun now, and told when it was answered. */
  witness(request: SentRequest): (outcome: Answer | Failure) => Exchange;
  /** The same wire with a transcript of its own. */
  forScenario(): Wire;
}

export interface WireOptions {
  readonly transport: Transport;
  /** How races are run; without it `race` sends by the transport, all at once. */
  readonly race?: Race;
  /** How octets of the caller's making are sent; without it `sendRaw` gives a Failure. */
  readonly sendFrame?: (request: SentRequest, frame: Frame, options: TransportOptions) => ReturnType<Transport>;
  /** The target's. */
  readonly clock: Clock;
  readonly recorder: Recorder;
  /** For one exchange, from sending to the last octet of the answer. */
  readonly timeoutMs: number;
  /** Ends every exchange under way. */
  readonly signal?: AbortSignal;
  /** How fast each host is asked, and how long it is waited for; without them as fast as it answers. */
  readonly limits?: RateLimits;
}

/** The wire of a run. Each scenario takes its own by `forScenario`. */
export function createWire(options: WireOptions): Wire {
  const { transport, clock, recorder, timeoutMs, signal } = options;
  const limits = options.limits ?? new RateLimits();
  const transportOptions = signal === undefined ? { timeoutMs } : { timeoutMs, signal };
  const race = options.race ?? together(transport);

  const open = (): Wire => {
    const transcript = new Transcript();

    const recorded = (exchange: Exchange): Exchange => {
      recorder.record(exchange);
      transcript.add(exchange);
      return exchange;
    };

    const exchanged = async (request: SentRequest, by: () => ReturnType<Transport>): Promise<Exchange> => {
      const n = recorder.nextNumber();
      const sentAt = clock.now();
      const started = performance.now();
      const outcome = await by();
      return recorded({ n, sentAt, answeredAt: clock.now(), ms: performance.now() - started, request, outcome });
    };

    /** Not sent, and numbered all the same, so that a finding can name it. */
    const withheld = (request: SentRequest, outcome: Failure): Exchange =>
      recorded({ n: recorder.nextNumber(), sentAt: clock.now(), answeredAt: clock.now(), ms: 0, request, outcome });

    const carry = async (draft: RequestDraft, by: (request: SentRequest) => ReturnType<Transport>): Promise<Exchange> => {
      const request = requestOf(draft);
      const asked = performance.now();
      let left = asked;
      const exchange = await limits.carry(
        request.url,
        () => {
          left = performance.now();
          return exchanged(request, () => by(request));
        },
        (outcome) => withheld(request, outcome),
        draft.once,
      );
      transcript.heldBackMs += left - asked;
      return exchange;
    };

    return {
      transcript,
      forScenario: open,
      witness: (request) => {
        const begun = { n: recorder.nextNumber(), sentAt: clock.now() };
        const started = performance.now();
        return (outcome) => recorded({ ...begun, answeredAt: clock.now(), ms: performance.now() - started, request, outcome });
      },
      send: (draft) => carry(draft, (request) => transport(request, transportOptions)),
      sendRaw: (draft, frame) =>
        carry(
          draft,
          (request) =>
            options.sendFrame?.(request, frame, transportOptions) ??
            Promise.resolve(failure('aborted', request.url, 'there is no socket to send malformed HTTP by')),
        ),
      race: async (drafts) => {
        const requests = drafts.map(requestOf);
        const [{ url } = { url: '' }] = requests;
        const asked = performance.now();
        if (!(await limits.turn(url, requests.length))) {
          return {
            exchanges: requests.map((request) => withheld(request, limits.withheld(url))),
            spreadMicros: { release: 0, arrival: 0 },
          };
        }
        const numbers = requests.map(() => recorder.nextNumber());
        let sentAt = clock.now();
        transcript.heldBackMs += performance.now() - asked;
        const { runners, spreadMicros } = await race(requests, { ...transportOptions, released: () => (sentAt = clock.now()) });
        const answeredAt = clock.now();
        limits.heed(
          url,
          runners.map(({ outcome }) => outcome),
        );
        const exchanges = runners.map(({ request, outcome, ms }, i) =>
          recorded({ n: numbers[i] ?? 0, sentAt, answeredAt, ms, request, outcome }),
        );
        return { exchanges, spreadMicros };
      },
    };
  };
  return open();
}

/** A race without sockets: whoever answers begins on all the requests before it ends on the first, if it waits for anything. */
function together(transport: Transport): Race {
  return async (requests, { released, ...options }) => {
    const started = performance.now();
    released?.();
    const runners = await Promise.all(
      requests.map(async (request) => {
        const outcome = await transport(request, options);
        return { request, outcome, ms: performance.now() - started };
      }),
    );
    return { runners, spreadMicros: { release: 0, arrival: 0 } };
  };
}
