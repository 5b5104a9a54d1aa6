import type { Clock } from '../target/clock.js';
import { requestOf, type RequestDraft } from './draft.js';
import type { Exchange, SentRequest } from './exchange.js';
import { failure } from './failure.js';
import type { Frame } from './framing.js';
import { paced } from './pace.js';
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
  /** Requests a second, at most. */
  readonly rate?: number;
}

/** The wire of a run. Each scenario takes its own by `forScenario`. */
export function createWire(options: WireOptions): Wire {
  const { transport, clock, recorder, timeoutMs, signal } = options;
  const pace = paced(options.rate);
  const transportOptions = signal === undefined ? { timeoutMs } : { timeoutMs, signal };
  const race = options.race ?? together(transport);

  const open = (): Wire => {
    const transcript = new Transcript();

    const recorded = (exchange: Exchange): Exchange => {
      recorder.record(exchange);
      transcript.add(exchange);
      return exchange;
    };

    const carry = async (request: SentRequest, by: (request: SentRequest) => ReturnType<Transport>): Promise<Exchange> => {
      if (pace) await pace(1);
      const n = recorder.nextNumber();
      const sentAt = clock.now();
      const started = performance.now();
      const outcome = await by(request);
      return recorded({ n, sentAt, answeredAt: clock.now(), ms: performance.now() - started, request, outcome });
    };

    return {
      transcript,
      forScenario: open,
      send: (draft) => carry(requestOf(draft), (request) => transport(request, transportOptions)),
      sendRaw: (draft, frame) =>
        carry(
          requestOf(draft),
          (request) =>
            options.sendFrame?.(request, frame, transportOptions) ??
            Promise.resolve(failure('aborted', request.url, 'there is no socket to send malformed HTTP by')),
        ),
      race: async (drafts) => {
        const requests = drafts.map(requestOf);
        if (pace) await pace(requests.length);
        const numbers = requests.map(() => recorder.nextNumber());
        let sentAt = clock.now();
        const { runners, spreadMicros } = await race(requests, { ...transportOptions, released: () => (sentAt = clock.now()) });
        const answeredAt = clock.now();
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
