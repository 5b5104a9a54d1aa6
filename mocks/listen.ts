import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpHeaders, HttpResponse, Respond } from '../support/protocol/http.js';

/** Where the mock listens. */
export interface Listener {
  readonly url: string;
  readonly port: number;
  /** Stops listening and ends every connection, idle or not. */
  close(): Promise<void>;
}

export interface ListenOptions {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** 127.0.0.1 unless said. */
  readonly host?: string;
}

/** Puts the core behind a real socket. Rejects where the port is taken. `scheme` is what the client used: https where something in front ends TLS. */
export function listenWith(
  respond: Respond,
  { port = 0, host = '127.0.0.1' }: ListenOptions = {},
  scheme: 'http' | 'https' = 'http',
): Promise<Listener> {
  const server = createServer((request, response) => receive(respond, scheme, request, response));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const { port: taken } = server.address() as AddressInfo;
      resolve({
        url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
        port: taken,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            server.closeAllConnections();
          }),
      });
    });
  });
}

/** Beyond this no body is read to its end, in octets. */
const mostOctets = 4 * 1024 * 1024;

function receive(respond: Respond, scheme: string, request: IncomingMessage, response: ServerResponse): void {
  if (request.method === 'GET' && request.headers['content-length'] === undefined && request.headers['transfer-encoding'] === undefined) {
    reply(respond, scheme, request, response, noOctets);
    return;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  // Copied even when it is one chunk: a chunk keeps the 64 KiB it was read into alive, for as long as the exchange is remembered.
  const answer = (): void => reply(respond, scheme, request, response, Buffer.concat(chunks, length));
  request.on('data', (chunk: Buffer) => {
    if (length > mostOctets) return;
    length += chunk.length;
    chunks.push(chunk);
    if (length <= mostOctets) return;
    // Answered as it is, which is too long for every endpoint; the rest is not waited for.
    response.setHeader('connection', 'close');
    answer();
  });
  request.on('end', () => {
    if (length <= mostOctets) answer();
  });
  request.on('error', () => response.destroy());
}

const noOctets = new Uint8Array();

function reply(respond: Respond, scheme: string, request: IncomingMessage, response: ServerResponse, body: Uint8Array): void {
  const target = request.url ?? '/';
  const host = request.headers.host ?? 'localhost';
  if (!authority.test(host)) {
    response.writeHead(400, { connection: 'close', 'content-length': 0 }).end();
    return;
  }
  const url = target.startsWith('/') ? `${scheme}://${host}${target}` : target;
  const answer = respond({ method: request.method ?? 'GET', url, headers: request.headers as HttpHeaders, body });
  if ('then' in answer) void answer.then((late) => write(response, late));
  else write(response, answer);
}

/** RFC 9110 §7.2: without anything that would end it in a URL. */
const authority = /^[\w.~!$&'()*+,;=%:[\]-]*$/;

function write(response: ServerResponse, { status, headers, body }: HttpResponse): void {
  if (status === 0) {
    response.destroy();
    return;
  }
  response.writeHead(status, { ...headers, ...(status === 204 ? {} : { 'content-length': Buffer.byteLength(body) }) });
  response.end(body);
}
