import http, { Agent as HttpAgent, type ClientRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import https, { Agent as HttpsAgent } from 'node:https';
import axios, { type AxiosAdapter, type AxiosInstance, type AxiosProxyConfig, type AxiosRequestConfig } from 'axios';
import type { HttpHeaders } from '../protocol/http.js';
import { decoded, TooLarge } from './content-coding.js';
import type { Answer, Failure, SentRequest } from './exchange.js';
import { failure, failureOf } from './failure.js';
import { headersOf } from './headers.js';
import type { Transport } from './transport.js';
import { trusted } from './trust.js';
import { proxyFor } from './tunnel.js';

export interface AxiosTransportOptions {
  /** `pkce-conformance/<version>`; a request that names its own keeps it. */
  readonly userAgent: string;
  /** PEM; trusted beside the platform's certificates. */
  readonly caFile?: string;
  /** Octets of an answer's body, before and after its content coding. */
  readonly maxBytes?: number;
  /** Leaves the proxy of the environment aside: whoever answers is in this process. */
  readonly direct?: boolean;
  /** What carries the requests; axios's own for node:http unless said. */
  readonly adapter?: AxiosAdapter;
}

/** How long an idle connection is kept: shorter than the five seconds after which many servers close theirs. */
const idleMs = 4_000;
const mostSockets = 8;

/**
 * HTTP by axios: headers and octets as given, no redirect followed, every status an answer, TLS always verified.
 * The proxy of the environment is used, never for loopback. Throws at once only where `caFile` cannot be used.
 */
export function axiosTransport(options: AxiosTransportOptions): Transport {
  const { userAgent, caFile, maxBytes = 2_000_000, direct = false, adapter = 'http' } = options;
  const ca = trusted(caFile);
  const sockets = { keepAlive: true, maxSockets: mostSockets, timeout: idleMs };
  const client = axios.create({
    adapter,
    httpAgent: new HttpAgent(sockets),
    httpsAgent: new HttpsAgent({ ...sockets, rejectUnauthorized: true, ...(ca ? { ca } : {}) }),
    maxRedirects: 0,
    validateStatus: null,
    transformRequest: [],
    transformResponse: [],
    responseType: 'stream',
    decompress: false,
  });
  return (request, { timeoutMs, signal }) => {
    if (!/^https?:/.test(request.url) || !URL.canParse(request.url))
      return Promise.resolve(failure('malformed', request.url, 'not an http or https URL'));
    return beforeDeadline(request.url, timeoutMs, signal, (deadline) =>
      exchanged(client, { request, userAgent, maxBytes, direct, signal: deadline }),
    );
  };
}

interface Errand {
  readonly request: SentRequest;
  readonly userAgent: string;
  readonly maxBytes: number;
  readonly direct: boolean;
  readonly signal: AbortSignal;
}

async function exchanged(
  client: AxiosInstance,
  { request, userAgent, maxBytes, direct, signal }: Errand,
  again = false,
): Promise<Answer | Failure> {
  const witness: Witness = {};
  const config: AxiosRequestConfig = {
    method: request.method,
    url: request.url,
    headers: { ...silence, 'user-agent': userAgent, ...(request.headers as Record<string, string>) },
    signal,
    transport: watched(witness),
    ...(request.body.length > 0 ? { data: Buffer.from(request.body.buffer, request.body.byteOffset, request.body.byteLength) } : {}),
    proxy: !direct && axiosProxy(request.url),
  };
  try {
    const { status, data } = await client.request<IncomingMessage>(config);
    const headers = headersOf(data.rawHeaders);
    const octets = await read(data, maxBytes, signal);
    const body = await decoded(octets, single(headers['content-encoding']), maxBytes);
    return { kind: 'answer', status, headers, body: Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('utf8') };
  } catch (error) {
    // The server had closed an idle connection while the request was on its way: what only asks may be asked anew (RFC 9110 §9.2.2).
    if (witness.stale === true && !again && (request.method === 'GET' || request.method === 'HEAD'))
      return exchanged(client, { request, userAgent, maxBytes, direct, signal }, true);
    throw error instanceof TooLarge ? error : (witness.fault ?? error);
  }
}

/** Told to axios in full: left to itself it sends the credentials of the environment with their escapes. */
function axiosProxy(url: string): AxiosProxyConfig | false {
  const proxy = proxyFor(url);
  if (proxy === undefined) return false;
  const { protocol, hostname, port, username, password } = proxy;
  return {
    protocol: protocol.replace(':', ''),
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port),
    ...(username === '' ? {} : { auth: { username: decodeURIComponent(username), password: decodeURIComponent(password) } }),
  };
}

/** What axios would otherwise say on its own: a value of `false` keeps it from doing so. */
const silence = { accept: false, 'content-type': false, 'accept-encoding': false } as const;

interface Witness {
  fault?: Error;
  /** The connection had carried other requests, and was closed before any of the answer to this one. */
  stale?: boolean;
}

/** Node's own transport. The parser's complaint about a body reaches only the request, before anyone reads the message: it is kept here. */
function watched(witness: Witness): { request: (options: RequestOptions, answered: (message: IncomingMessage) => void) => ClientRequest } {
  return {
    request: (options, answered) => {
      // Looked up at each call: MSW replaces the module's member, and a named import would keep the one from before.
      const sent = (options.protocol === 'https:' ? https : http).request(options, answered);
      sent.once('error', (error: NodeJS.ErrnoException) => {
        witness.fault = error;
        witness.stale = sent.reusedSocket && /^(ECONNRESET|EPIPE)$/.test(error.code ?? '');
      });
      sent.once('upgrade', (_, socket) => {
        socket.destroy();
        sent.emit('error', Object.assign(new Error('the server changed the protocol unasked'), { code: 'ERR_HTTP_UPGRADE' }));
      });
      return sent;
    },
  };
}

async function read(message: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const stop = (): void => void message.destroy(new Error('stopped'));
  signal.addEventListener('abort', stop);
  try {
    for await (const chunk of message as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > maxBytes) throw new TooLarge();
      chunks.push(chunk);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    message.destroy();
  }
  return Buffer.concat(chunks);
}

/** Runs `work` under one deadline and turns whatever it throws into a Failure. */
async function beforeDeadline(
  url: string,
  timeoutMs: number,
  signal: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Answer | Failure>,
): Promise<Answer | Failure> {
  const deadline = new AbortController();
  const timer = setTimeout(() => deadline.abort(), timeoutMs);
  try {
    return await work(signal ? AbortSignal.any([deadline.signal, signal]) : deadline.signal);
  } catch (error) {
    if (error instanceof TooLarge) return failure('too-large', url, 'the answer is larger than this suite reads');
    if (signal?.aborted) return failure('aborted', url, 'the request was given up');
    if (deadline.signal.aborted) return failure('timeout', url, `no complete answer within ${timeoutMs / 1000} s`);
    return failureOf(error, url);
  } finally {
    clearTimeout(timer);
  }
}

function single(value: HttpHeaders[string] | undefined): string | undefined {
  return typeof value === 'string' || value === undefined ? value : value.join(', ');
}
