import * as net from 'node:net';
import * as tls from 'node:tls';
import { decoded, TooLarge } from './content-coding.js';
import type { Answer, Failure, SentRequest } from './exchange.js';
import { failure, failureOf } from './failure.js';
import type { Framed } from './framing.js';
import { proxyFor, TunnelRefused, tunnelThrough } from './tunnel.js';
import { MalformedResponse, ResponseParser } from './response-parser.js';

export interface ConnectionOptions {
  readonly userAgent: string;
  readonly ca: readonly string[] | undefined;
  /** Octets of an answer's body. */
  readonly maxBytes: number;
  /** The origin to connect to for a request, where it is not that of its URL. */
  readonly connectTo: ((url: string) => string) | undefined;
}

/**
 * As it was before anybody patched it. Where MSW stands in for servers in this process it would take every connection for one
 * of theirs, ask its handlers, and only then dial: twice the work, and runners of a race that no longer set out together.
 */
const connectPast: (this: net.Socket, address: net.TcpSocketConnectOpts, connected: () => void) => net.Socket =
  net.Socket.prototype.connect;

/** One connection for one request: opened, written to in parts, read to the end of the answer. Never throws. */
export class Connection {
  #socket: net.Socket | undefined;
  readonly #parser: ResponseParser;
  readonly #outcome = Promise.withResolvers<Answer | Failure>();
  readonly #opened = Promise.withResolvers<void>();
  readonly #maxBytes: number;
  #settled = false;
  /** Nanoseconds on the monotonic clock, when the first octet of the answer came. */
  firstOctetAt: bigint | undefined;

  private constructor(
    readonly request: SentRequest,
    { ca, maxBytes, connectTo }: ConnectionOptions,
  ) {
    this.#maxBytes = maxBytes;
    this.#parser = new ResponseParser(request.method, maxBytes);
    const { protocol, hostname, port } = new URL(connectTo?.(request.url) ?? request.url);
    const host = hostname.replace(/^\[|\]$/g, '');
    const secure = protocol === 'https:';
    const address = { host, port: port === '' ? (secure ? 443 : 80) : Number(port) };
    const secured = (way: tls.ConnectionOptions): tls.TLSSocket =>
      tls.connect(
        { ...way, ALPNProtocols: ['http/1.1'], ...(net.isIP(host) ? {} : { servername: host }), ...(ca ? { ca: [...ca] } : {}) },
        () => this.#opened.resolve(),
      );
    const proxy = connectTo === undefined ? proxyFor(request.url) : undefined;
    if (proxy === undefined) {
      this.#adopt(secure ? secured(address) : connectPast.call(new net.Socket(), address, () => this.#opened.resolve()));
      return;
    }
    tunnelThrough(proxy, address, (socket) => (this.#socket = socket)).then(
      (socket) => {
        if (this.#settled) return;
        this.#adopt(secure ? secured({ socket, host }) : socket);
        socket.resume();
        if (!secure) this.#opened.resolve();
      },
      (error: unknown) =>
        this.settle(error instanceof TunnelRefused ? failure('refused', request.url, error.message) : failureOf(error, request.url)),
    );
  }

  #adopt(socket: net.Socket): void {
    this.#socket = socket;
    socket.setNoDelay(true);
    socket.on('data', (octets: Buffer) => this.#receive(octets));
    socket.on('error', (error) => this.settle(failureOf(error, this.request.url)));
    socket.on('close', () => this.#closed());
  }

  /** Begins to connect; a request that cannot be written is a Failure instead. */
  static to(request: SentRequest, options: ConnectionOptions): Connection | Failure {
    if (!/^https?:/.test(request.url) || !URL.canParse(request.url)) return failure('malformed', request.url, 'not an http or https URL');
    if (!isWritable(request)) return failure('malformed', request.url, 'the request has a header or a method that HTTP cannot carry');
    return new Connection(request, options);
  }

  /** Resolves when the connection stands, or has failed. */
  get opened(): Promise<void> {
    return Promise.race([this.#opened.promise, this.#outcome.promise.then(() => undefined)]);
  }

  /** Resolves when the answer is complete, or none will come. */
  get outcome(): Promise<Answer | Failure> {
    return this.#outcome.promise;
  }

  /** Resolves when the octets have left this process, or the connection has failed. */
  write(octets: Uint8Array): Promise<void> {
    if (this.#settled) return Promise.resolve();
    const socket = this.#socket;
    return new Promise((resolve) => (socket === undefined ? resolve() : socket.write(octets, () => resolve())));
  }

  end(): void {
    this.#socket?.end();
  }

  settle(outcome: Answer | Failure): void {
    if (this.#settled) return;
    this.#settled = true;
    this.#outcome.resolve(outcome);
    this.#socket?.destroy();
  }

  #receive(octets: Buffer): void {
    this.firstOctetAt ??= process.hrtime.bigint();
    try {
      this.#parser.feed(octets);
      if (this.#parser.complete) void this.#answer();
    } catch (error) {
      this.#fail(error);
    }
  }

  #closed(): void {
    if (this.#settled) return;
    if (this.#parser.end()) void this.#answer();
    else this.settle(failure('reset', this.request.url, 'the connection was closed before the answer was complete'));
  }

  async #answer(): Promise<void> {
    const { status, headers, body } = this.#parser.response;
    try {
      const octets = await decoded(body, [headers['content-encoding'] ?? []].flat().join(',') || undefined, this.#maxBytes);
      this.settle({ kind: 'answer', status, headers, body: new TextDecoder('utf-8', { ignoreBOM: true }).decode(octets) });
    } catch (error) {
      this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const { url } = this.request;
    if (error instanceof TooLarge) this.settle(failure('too-large', url, 'the answer is larger than this suite reads'));
    else if (error instanceof MalformedResponse) this.settle(failure('malformed', url, `the answer is not HTTP/1.1: ${error.message}`));
    else this.settle(failureOf(error, url));
  }
}

/** The octets of a request, its framing included. */
export function serialised(request: SentRequest, { headers, octets }: Framed, userAgent: string): Buffer {
  const { host, pathname, search } = new URL(request.url);
  const own = Object.entries({ host, connection: 'close', 'user-agent': userAgent, ...request.headers });
  const lines = [...own.flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const)), ...headers].map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  return Buffer.concat([Buffer.from(`${request.method} ${pathname}${search} HTTP/1.1\r\n${lines.join('')}\r\n`, 'latin1'), octets]);
}

const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

function isWritable({ method, headers }: SentRequest): boolean {
  return (
    token.test(method) &&
    Object.entries(headers).every(
      ([name, value]) => token.test(name) && [value].flat().every((one) => /^[\t\x20-\x7e\x80-\xff]*$/.test(one)),
    )
  );
}
