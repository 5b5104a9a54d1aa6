import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { Connection, serialised, type ConnectionOptions } from './connection.js';
import type { Answer, Failure, SentRequest } from './exchange.js';
import { Deadline } from './deadline.js';
import { exactLength, type Frame, type Framed } from './framing.js';
import type { TransportOptions } from './transport.js';
import { trusted } from './trust.js';

/** Sends several requests at once. Resolves in every case. */
export type Race = (
  requests: readonly SentRequest[],
  options: TransportOptions & { readonly released?: () => void },
) => Promise<RaceOutcome>;

export interface RaceOutcome {
  /** In the order of the requests. */
  readonly runners: readonly Runner[];
  readonly spreadMicros: Spread;
}

export interface Runner {
  readonly request: SentRequest;
  readonly outcome: Answer | Failure;
  /** Milliseconds from the release to the end of the answer. */
  readonly ms: number;
}

/** Microseconds between the first and the last: of the releases, and of the first octets that came back. */
export interface Spread {
  readonly release: number;
  readonly arrival: number;
}

export interface SocketOptions {
  readonly userAgent: string;
  /** PEM; trusted beside the platform's certificates. */
  readonly caFile?: string;
  readonly maxBytes?: number;
  /** The origin to connect to, where it is not that of the request's URL: a loopback listener of the mock. Host stays the URL's. */
  readonly connectTo?: (url: string) => string;
  /** Milliseconds between the held-back requests and their last octets: a server over a network is to have accepted and read them all; 10 unless told. */
  readonly settlingMs?: number;
  /** Resolves when the server has read what was not held back, where somebody knows that better than a clock. */
  readonly settled?: () => Promise<void>;
}

const mostRunners = 32;

/** A server in this process accepts and reads only when the event loop turns, which a busy machine may not have done in that time. */
async function settle(ms: number): Promise<void> {
  await sleep(ms);
  for (let turn = 0; turn < 3; turn += 1) await nextTurn();
}

/**
 * Races on sockets: a connection for each request is opened beforehand, all but the last octet of each request is
 * written, and when the server has had time to read it, the last octets follow in one turn of the event loop. A proxy of the environment is gone through by CONNECT.
 * `timeoutMs` is for opening, and again for answering. Throws RangeError for more than 32 requests.
 */
export function socketRace(socketOptions: SocketOptions): Race {
  const options = connectionOptions(socketOptions);
  const { settlingMs = 10, settled = () => settle(settlingMs) } = socketOptions;
  return async (requests, { timeoutMs, signal, released }) => {
    if (requests.length > mostRunners) throw new RangeError(`a race is of ${mostRunners} requests at most, not ${requests.length}`);
    const lanes = requests.map((request) => ({ request, connection: Connection.to(request, options) }));
    const connections = lanes.flatMap(({ connection }) => (connection instanceof Connection ? [connection] : []));

    const opening = new Deadline(connections, timeoutMs, signal);
    await Promise.all(connections.map((connection) => connection.opened));
    const held = connections.map((connection) => ({
      connection,
      octets: serialised(connection.request, framed(connection.request), options.userAgent),
    }));
    await Promise.all(held.map(({ connection, octets }) => connection.write(octets.subarray(0, -1))));
    opening.clear();
    await settled();

    const answering = new Deadline(connections, timeoutMs, signal);
    released?.();
    const startedAt = process.hrtime.bigint();
    for (const { connection, octets } of held) void connection.write(octets.subarray(-1));
    const release = process.hrtime.bigint() - startedAt;

    const runners = await Promise.all(
      lanes.map(async ({ request, connection }): Promise<Runner> => {
        const outcome = connection instanceof Connection ? await connection.outcome : connection;
        return { request, outcome, ms: Number(process.hrtime.bigint() - startedAt) / 1e6 };
      }),
    );
    answering.clear();
    const arrivals = connections.flatMap(({ firstOctetAt }) => firstOctetAt ?? []);
    return { runners, spreadMicros: { release: Number(release) / 1000, arrival: spread(arrivals) } };
  };
}

/** Sends one request whose body is framed as the caller likes. */
export function socketFrames(
  socketOptions: SocketOptions,
): (request: SentRequest, frame: Frame, options: TransportOptions) => Promise<Answer | Failure> {
  const options = connectionOptions(socketOptions);
  return async (request, frame, { timeoutMs, signal }) => {
    const connection = Connection.to(request, options);
    if (!(connection instanceof Connection)) return connection;
    const deadline = new Deadline([connection], timeoutMs, signal);
    await connection.opened;
    const framed = frame(request.body);
    await connection.write(serialised(request, framed, options.userAgent));
    if (framed.thenEnd) connection.end();
    const outcome = await connection.outcome;
    deadline.clear();
    return outcome;
  };
}

function connectionOptions({ userAgent, caFile, maxBytes = 2_000_000, connectTo }: SocketOptions): ConnectionOptions {
  return { userAgent, ca: trusted(caFile), maxBytes, connectTo };
}

function framed({ method, body }: SentRequest): Framed {
  return body.length === 0 && (method === 'GET' || method === 'HEAD') ? { headers: [], octets: body } : exactLength(body);
}

function spread(instants: readonly bigint[]): number {
  const sorted = instants.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return Number((sorted.at(-1) ?? 0n) - (sorted[0] ?? 0n)) / 1000;
}
