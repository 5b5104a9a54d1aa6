import * as net from 'node:net';
import * as tls from 'node:tls';
import { getProxyForUrl } from 'proxy-from-env';
import { isLoopback } from './loopback.js';

/** The proxy that the environment names for a URL; none for this machine itself. */
export function proxyFor(url: string): URL | undefined {
  if (isLoopback(new URL(url).hostname)) return undefined;
  const proxy = getProxyForUrl(url);
  return proxy === '' || !URL.canParse(proxy) ? undefined : new URL(proxy);
}

/** Why a proxy would not carry on; one sentence. */
export class TunnelRefused extends Error {
  override readonly name = 'TunnelRefused';
}

const mostHeadOctets = 16_384;

/**
 * A connection to host and port by way of a proxy (CONNECT, RFC 9110 §9.3.6), ready for TLS or plain HTTP. Rejects with TunnelRefused
 * where the proxy says no, with the socket's own error where it cannot be reached. `opened` is told of the socket at once, to end it.
 */
export function tunnelThrough(
  proxy: URL,
  { host, port }: { host: string; port: number },
  opened: (socket: net.Socket) => void,
): Promise<net.Socket> {
  const secure = proxy.protocol === 'https:';
  if (!secure && proxy.protocol !== 'http:')
    return Promise.reject(new TunnelRefused(`the proxy ${proxy.host} is of a kind that this suite does not speak (${proxy.protocol})`));
  const proxyHost = proxy.hostname.replace(/^\[|\]$/g, '');
  const address = { host: proxyHost, port: proxy.port === '' ? (secure ? 443 : 80) : Number(proxy.port) };
  const { promise, resolve, reject } = Promise.withResolvers<net.Socket>();
  const target = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const ask = (): void => {
    const credentials = [proxy.username, proxy.password].map(decodeURIComponent).join(':');
    const authorization = proxy.username === '' ? '' : `Proxy-Authorization: Basic ${Buffer.from(credentials).toString('base64')}\r\n`;
    socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${authorization}\r\n`);
  };
  const socket = secure
    ? tls.connect({ ...address, ALPNProtocols: ['http/1.1'], ...(net.isIP(proxyHost) ? {} : { servername: proxyHost }) }, ask)
    : net.connect(address, ask);
  opened(socket);
  let head = Buffer.alloc(0);
  const read = (octets: Buffer): void => {
    head = Buffer.concat([head, octets]);
    const end = head.indexOf('\r\n\r\n');
    if (end < 0 && head.length <= mostHeadOctets) return;
    socket.off('data', read);
    socket.pause();
    const [, status] = /^HTTP\/1\.[01] (\d{3})/.exec(head.toString('latin1')) ?? [];
    if (end >= 0 && status?.startsWith('2') === true) return resolve(socket);
    socket.destroy();
    reject(new TunnelRefused(`the proxy ${proxy.host} answered ${status ?? 'something that is no HTTP'} to CONNECT ${target}`));
  };
  socket.on('data', read);
  socket.once('error', reject);
  socket.once('close', () => reject(new TunnelRefused(`the proxy ${proxy.host} closed the connection on CONNECT ${target}`)));
  return promise;
}
