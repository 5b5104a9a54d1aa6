import { resolvePhrase } from './phrase.js';

/** The address family of a loopback redirect URI, RFC 8252 §7.3; undefined for any other URI. */
export function loopbackFamilyOf(uri: string): 'IPv4' | 'IPv6' | undefined {
  const [, host] = loopback.exec(uri) ?? [];
  if (host === undefined) return undefined;
  return host === '[::1]' ? 'IPv6' : 'IPv4';
}

/** The same loopback redirect URI on that port, or on none. Any other URI comes back as it is. */
export function onPort(uri: string, port: number | undefined): string {
  return uri.replace(loopback, (_, host: string) => `http://${host}${port === undefined ? '' : `:${port}`}`);
}

/** Whether a redirect URI has a scheme of the app's own, RFC 8252 §7.1. */
export function hasPrivateUseScheme(uri: string): boolean {
  return /^[a-z][a-z0-9+-]*(\.[a-z0-9+-]+)+:/i.test(uri);
}

const loopback = /^http:\/\/(127\.0\.0\.1|\[::1\])(?::\d*)?(?=[/?]|$)/;

/** What a comparison that forgives more than the port takes for the same redirect URI. */
export type LoopbackAlteration = (uri: string) => string;

/**
 * The alteration that the phrase names; it is given an IPv4 loopback redirect URI with a port.
 *
 * @throws RangeError for a phrase that is not known, naming the nearest one that is.
 */
export function loopbackAlteration(phrase: string): LoopbackAlteration {
  return resolvePhrase('alteration of a loopback redirect URI', phrase, alterations);
}

const alterations: Readonly<Record<string, LoopbackAlteration>> = {
  'with another path': (uri) => at(uri, ({ host, port }) => `http://${host}${port}/elsewhere`),
  'with its path continued': (uri) => at(uri, ({ host, port, path }) => `http://${host}${port}${path.replace(/\/$/, '')}/elsewhere`),
  'with its path in upper case': (uri) => at(uri, ({ host, port, path }) => `http://${host}${port}${path.toUpperCase()}`),
  'without its path': (uri) => at(uri, ({ host, port }) => `http://${host}${port}`),
  'with a query appended': (uri) => `${uri}${uri.includes('?') ? '&' : '?'}elsewhere=1`,
  'with a fragment appended': (uri) => `${uri}#fragment`,
  'under https': (uri) => uri.replace(/^http:/, 'https:'),
  'below a user name': (uri) => at(uri, ({ host, port, path }) => `http://somebody@${host}${port}${path}`),
  'at localhost': (uri) => elsewhere(uri, 'localhost'),
  'at 127.0.0.2': (uri) => elsewhere(uri, '127.0.0.2'),
  'at 0.0.0.0': (uri) => elsewhere(uri, '0.0.0.0'),
  'at its address in decimal': (uri) => elsewhere(uri, '2130706433'),
  'at its address cut short': (uri) => elsewhere(uri, '127.1'),
  'as the beginning of another host': (uri) => elsewhere(uri, '127.0.0.1.attacker.example'),
  'as the user name of another host': (uri) => at(uri, ({ host, port, path }) => `http://${host}${port}@attacker.example${path}`),
  'at another host': (uri) => elsewhere(uri, 'attacker.example'),
};

/** Every phrase that `loopbackAlteration` knows. */
export const LOOPBACK_ALTERATIONS: readonly string[] = Object.keys(alterations);

interface Parts {
  readonly host: string;
  /** With its colon. */
  readonly port: string;
  /** With its query. */
  readonly path: string;
}

function at(uri: string, write: (parts: Parts) => string): string {
  const [, host = '', port = '', path = ''] = /^http:\/\/(\[[^\]]*\]|[^:/?#]*)(:\d+)?(.*)$/s.exec(uri) ?? [];
  return write({ host, port, path });
}

function elsewhere(uri: string, host: string): string {
  return at(uri, ({ port, path }) => `http://${host}${port}${path}`);
}
