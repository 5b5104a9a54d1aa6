import { suite } from '../package-root.js';
import { wallClock, type Clock } from '../target/clock.js';
import type { TargetDraft } from '../target/draft.js';
import type { Places } from '../target/places.js';
import { axiosTransport } from '../wire/axios-transport.js';
import type { Answer, Failure, SentRequest } from '../wire/exchange.js';
import { RateLimits, type RateLimitsOptions } from '../wire/rate-limits.js';
import { socketFrames, socketRace } from '../wire/raw.js';
import { Recorder } from '../wire/recorder.js';
import type { Transport } from '../wire/transport.js';
import { createWire, type Wire } from '../wire/wire.js';
import { IssuedTokens } from './issued-tokens.js';
import { preparedLogin, type PreparedLogin } from './login.js';
import { remoteClock } from './remote-clock.js';
import { UsageError } from './usage-error.js';

export interface WayOptions {
  /** Seconds. */
  readonly timeout: number;
  /** Requests a second. */
  readonly rate?: number;
  /** Told what was given back to the server at the end. */
  readonly say?: (line: string) => void;
  /** How the server is waited for where it limits its clients. */
  readonly patience?: Omit<RateLimitsOptions, 'rate'>;
}

/** How a run reaches its server: one connection pool, one pace, one record of everything. */
export interface WayToServer {
  /** For what surrounds a run: discovery, registration, revocation. Not in the record. */
  readonly ask: (request: SentRequest) => Promise<Answer | Failure>;
  /** The same once, whatever limit the run has met: to take leave. */
  readonly askOnce: (request: SentRequest) => Promise<Answer | Failure>;
  readonly wire: Wire;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly limits: RateLimits;
  /** What the server issued over the wire. */
  readonly tokens: IssuedTokens;
  /** To be closed at the end. */
  readonly login: PreparedLogin;
}

export async function wayToServer(draft: TargetDraft, places: Places, options: WayOptions): Promise<WayToServer> {
  const timeoutMs = options.timeout * 1000;
  const socket = { userAgent: `${suite.name}/${suite.version}`, ...(draft.ca_file === undefined ? {} : { caFile: draft.ca_file }) };
  const transport = transportFor(socket, places);
  const login = await preparedLogin(draft, places);
  const limits = new RateLimits({ ...options.patience, ...(options.rate === undefined ? {} : { rate: options.rate }) });
  const askOnce = (request: SentRequest): Promise<Answer | Failure> => transport(request, { timeoutMs });
  const ask = async (request: SentRequest): Promise<Answer | Failure> => {
    const send = async (): Promise<{ outcome: Answer | Failure }> => ({ outcome: await askOnce(request) });
    return (await limits.carry(request.url, send, (outcome) => ({ outcome }))).outcome;
  };
  const tokens = new IssuedTokens();
  const recorder = new Recorder((exchange) => tokens.take(exchange));
  const clock: Clock = draft.clock === undefined ? wallClock : await remoteClock(draft.clock.advance_url, ask);
  const wire = createWire({
    transport,
    race: socketRace(socket),
    sendFrame: socketFrames(socket),
    clock,
    recorder,
    timeoutMs,
    limits,
  });
  return { ask, askOnce, wire, recorder, clock, limits, tokens, login };
}

function transportFor(socket: { userAgent: string; caFile?: string }, places: Places): Transport {
  try {
    return axiosTransport(socket);
  } catch (error) {
    throw new UsageError(`${places.line('ca_file')}: ${error instanceof Error ? error.message : String(error)}`);
  }
}
